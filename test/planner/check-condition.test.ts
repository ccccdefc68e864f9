import { expect } from 'chai';
import { checkCondition } from '../../server/planner/check-condition.js';
import type { Condition } from '../../server/planner/condition.js';
import { type Facts, factsOf } from '../../server/planner/facts.js';
import type { Equipment, EstablishmentProfile, ThreeValued } from '../../server/planner/plan.js';
import { inventoryOf, type Site } from './inventory-of.js';
import { plannerData } from './planner-data.js';

const facts = (establishment: Omit<EstablishmentProfile, 'name'>, site: Site = {}, equipment: readonly Equipment[] = []): Facts =>
  factsOf({ name: '시험', ...establishment }, inventoryOf(site).inventory, equipment, plannerData);

const outcome = (condition: Condition, known: Facts): ThreeValued => checkCondition(condition, known, plannerData).outcome;

describe('a condition', () => {
  describe('on the size of the enterprise', () => {
    const sme: Condition = { fact: 'size', in: ['micro', 'small', 'medium'] };
    const micro: Condition = { fact: 'size', in: ['micro'] };

    it('is not decided by workers: sales decide', () => {
      const check = checkCondition(sme, facts({ industryCode: 'C24', workers: 12 }), plannerData);
      expect(check).to.include({ outcome: 'unknown', question: 'sales' });
      expect(check.reason.ko).to.contain('매출액');
    });

    it('is decided by the sales limit of the industry, limit included', () => {
      // C24: medium up to 180 billion, small up to 14 billion won
      expect(outcome(sme, facts({ industryCode: 'C24', averageSales: 180e9 }))).to.equal('yes');
      expect(outcome(sme, facts({ industryCode: 'C24', averageSales: 180e9 + 1 }))).to.equal('no');
      expect(outcome({ fact: 'size', in: ['micro', 'small'] }, facts({ industryCode: 'C24', averageSales: 14e9 }))).to.equal('yes');
      expect(outcome({ fact: 'size', in: ['micro', 'small'] }, facts({ industryCode: 'C24', averageSales: 14e9 + 1 }))).to.equal('no');
    });

    it('asks for fewer than ten workers and small sales of a micro enterprise in manufacturing', () => {
      expect(outcome(micro, facts({ industryCode: 'C24', workers: 9, averageSales: 1e9 }))).to.equal('yes');
      expect(outcome(micro, facts({ industryCode: 'C24', workers: 10, averageSales: 1e9 }))).to.equal('no');
      expect(outcome(micro, facts({ industryCode: 'C24', workers: 10 }))).to.equal('no');
      expect(outcome(micro, facts({ industryCode: 'C24', workers: 9 }))).to.equal('unknown');
      expect(outcome(micro, facts({ industryCode: 'G46', workers: 5, averageSales: 1e8 }))).to.equal('no');
    });

    it('is yes for every size even when nothing is known', () => {
      expect(outcome({ fact: 'size', in: ['micro', 'small', 'medium', 'midSized', 'large'] }, facts({}))).to.equal('yes');
    });

    it('cannot be told without an industry code', () => {
      expect(checkCondition(sme, facts({ averageSales: 1 }), plannerData)).to.include({ outcome: 'unknown', question: 'industry-code' });
    });
  });

  describe('on the industry', () => {
    it('takes a code with or without its letter', () => {
      for (const industryCode of ['24311', 'C24311', 'c24311', ' 24311 ']) {
        expect(outcome({ fact: 'industry', in: ['C24'] }, facts({ industryCode }))).to.equal('yes');
      }
    });

    it('cannot be told from a code that is too broad', () => {
      expect(outcome({ fact: 'industry', in: ['C243'] }, facts({ industryCode: 'C24' }))).to.equal('unknown');
    });

    it('is no outside a complete list and unknown outside an incomplete one', () => {
      expect(outcome({ fact: 'industry', in: ['C23'] }, facts({ industryCode: 'C24' }))).to.equal('no');
      expect(outcome({ fact: 'industry', in: ['C23'], listComplete: false }, facts({ industryCode: 'C24' }))).to.equal('unknown');
    });

    it('names the industry in both languages', () => {
      const { label } = checkCondition({ fact: 'industry', in: ['C24'] }, facts({}), plannerData);
      expect(label.ko).to.contain('1차 금속 제조업(C24)');
      expect(label.en).to.contain('basic metals (C24)');
    });
  });

  describe('on root technologies', () => {
    const root: Condition = { fact: 'rootIndustry' };
    it('reads them from the name of the industry, and points to the certificate', () => {
      const check = checkCondition(root, facts({ industryCode: '25922' }), plannerData);
      expect(check.outcome).to.equal('yes');
      expect(check.reason.ko).to.contain('표면처리').and.contain('확인서');
    });
    it('cannot tell of another factory, for a technology is not an industry', () => {
      expect(outcome(root, facts({ industryCode: 'C10111' }))).to.equal('unknown');
      expect(outcome(root, facts({ industryCode: 'C25' }))).to.equal('unknown');
      expect(outcome(root, facts({}))).to.equal('unknown');
    });
    it('is no outside manufacturing, but for software and engineering', () => {
      expect(outcome(root, facts({ industryCode: 'H52102' }))).to.equal('no');
      expect(outcome(root, facts({ industryCode: '72129' }))).to.equal('yes');
    });
  });

  describe('on the place', () => {
    it('takes region codes and names of every kind', () => {
      for (const region of ['48', 'KR-48', 'kr-48', '경상남도', '경남', 'Gyeongnam']) {
        expect(outcome({ fact: 'region', in: ['48'] }, facts({ region })), region).to.equal('yes');
      }
      expect(outcome({ fact: 'region', in: ['51'] }, facts({ region: '42' }))).to.equal('yes');
      expect(outcome({ fact: 'region', in: ['48'] }, facts({ region: '47' }))).to.equal('no');
    });
    it('cannot tell which part of a merged region the site lies in', () => {
      expect(outcome({ fact: 'region', in: ['29'] }, facts({ region: '12' }))).to.equal('unknown');
      expect(outcome({ fact: 'region', in: ['29', '46'] }, facts({ region: '12' }))).to.equal('yes');
    });
    it('knows inside, outside and not known', () => {
      const inside: Condition = { fact: 'complex', is: true };
      expect(outcome(inside, facts({ complex: '남동국가산업단지' }))).to.equal('yes');
      expect(outcome(inside, facts({ complex: true }))).to.equal('yes');
      expect(outcome(inside, facts({ complex: false }))).to.equal('no');
      expect(checkCondition(inside, facts({ complex: null }), plannerData)).to.include({ outcome: 'unknown', question: 'in-complex' });
      expect(outcome({ fact: 'complexName', in: ['창원'] }, facts({ complex: true }))).to.equal('unknown');
      expect(outcome({ fact: 'complexName', in: ['창원'] }, facts({ complex: '창원국가산업단지' }))).to.equal('yes');
    });
  });

  it('holds from its lower bound and ends below its upper one', () => {
    const band: Condition = { fact: 'energyToe', from: 500, below: 2000 };
    const at = (toe: number | null): ThreeValued => outcome(band, facts({}, { toe }));
    expect([499.9, 500, 1999.9, 2000, null].map(at)).to.deep.equal(['no', 'yes', 'yes', 'no', 'unknown']);
  });

  it('does not read the absence of a row as the absence of the equipment', () => {
    const boiler: Condition = { fact: 'equipment', in: ['boiler'] };
    const row = { kind: 'boiler', size: null, sizeUnit: null, hoursPerYear: null };
    expect(outcome(boiler, facts({}, {}, [row]))).to.equal('yes');
    expect(outcome(boiler, facts({}, {}, [{ ...row, kind: 'fan' }]))).to.equal('unknown');
  });

  it('is one of several: yes when one is, no when all are not', () => {
    const either: Condition = {
      anyOf: [
        { fact: 'complex', is: true },
        { fact: 'region', in: ['48'] },
      ],
    };
    expect(outcome(either, facts({ complex: true }))).to.equal('yes');
    expect(outcome(either, facts({ complex: false, region: '11' }))).to.equal('no');
    expect(outcome(either, facts({ complex: false }))).to.equal('unknown');
  });

  it('that no question asks stays unknown', () => {
    expect(outcome({ fact: 'notAsked', label: { ko: '가', en: 'a' } }, facts({ industryCode: 'C24', averageSales: 1 }))).to.equal(
      'unknown',
    );
  });
});
