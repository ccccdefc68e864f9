import { expect } from 'chai';
import { readEstablishment } from '../../server/planner/read-establishment.js';
import { plannerProblems } from '../../server/problem/planner-problems.js';
import { plannerData } from './planner-data.js';

const names = { regions: plannerData.regions, equipment: plannerData.measures.equipment };
const read = (value: unknown) => readEstablishment(value, names);
const codes = (value: unknown): readonly string[] => {
  const result = read(value);
  return 'faults' in result ? result.faults.map((fault) => `${fault.field} ${fault.code}`) : [];
};

describe('the establishment of a plan', () => {
  it('needs a name alone; what is absent, null or blank is not known', () => {
    const unknown = { industryCode: null, workers: null, region: null, complex: null, averageSales: null };
    expect(read({ name: ' 주물공장 ' })).to.deep.equal({ establishment: { name: '주물공장', ...unknown }, equipment: [] });
    expect(read({ name: '주물공장', industryCode: '', region: null, complex: ' ' })).to.deep.equal(read({ name: '주물공장' }));
  });

  it('keeps zero workers and "in no complex" apart from not known', () => {
    const result = read({ name: 'a', workers: 0, complex: false });
    expect('establishment' in result && result.establishment).to.include({ workers: 0, complex: false });
  });

  it('composes decomposed Hangul', () => {
    const result = read({ name: '가'.normalize('NFD'), region: '경남'.normalize('NFD') });
    expect('establishment' in result && result.establishment).to.include({ name: '가', region: '경남' });
  });

  it('names every fault with the path of its field', () => {
    const value = {
      name: '',
      industryCode: 'D24',
      workers: 1.5,
      region: '평양',
      complex: 3,
      averageSales: -1,
      emplyees: 3,
      equipment: [{ kind: 'robot' }, { kind: 'fan', size: -1, sizeUnit: 'RT', hoursPerYear: 9000, age: 3 }, 7],
    };
    expect(codes(value)).to.have.members([
      'establishment.emplyees establishmentUnknownKey',
      'establishment.name establishmentName',
      'establishment.industryCode unknownIndustryCode',
      'establishment.workers notAWholeNumber',
      'establishment.region unknownRegion',
      'establishment.complex notAComplex',
      'establishment.averageSales notANumber',
      'establishment.equipment[0].kind unknownEquipmentKind',
      'establishment.equipment[1].size notANumber',
      'establishment.equipment[1].sizeUnit unknownSizeUnit',
      'establishment.equipment[1].hoursPerYear notANumber',
      'establishment.equipment[1].age establishmentUnknownKey',
      'establishment.equipment[2] establishmentNotObject',
    ]);
  });

  it('refuses what is no object, and names that break a page', () => {
    expect(codes(undefined)).to.deep.equal(['establishment establishmentMissing']);
    for (const value of [null, [], 'a', 7]) expect(codes(value)).to.deep.equal(['establishment establishmentNotObject']);
    for (const name of [undefined, null, 7, '  ', '두 줄\n이름', 'a'.repeat(201)])
      expect(codes({ name })).to.deep.equal(['establishment.name establishmentName']);
    expect(codes({ name: 'a', equipment: {} })).to.deep.equal(['establishment.equipment equipmentNotAList']);
  });

  it('does not take keys of the prototype for its own', () => {
    expect(codes(JSON.parse('{"name":"a","__proto__":{"workers":"x"}}'))).to.deep.equal([
      'establishment.__proto__ establishmentUnknownKey',
    ]);
    expect(codes({ name: 'a', constructor: 1 })).to.deep.equal(['establishment.constructor establishmentUnknownKey']);
  });

  it('has a Korean and an English sentence for every fault', () => {
    for (const [code, kind] of Object.entries(plannerProblems)) {
      expect(kind.ko, code).to.match(/[가-힣]/);
      expect(kind.en, code).not.to.match(/[가-힣]/);
      const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
      expect(placeholders(kind.ko), code).to.deep.equal(placeholders(kind.en));
    }
  });
});
