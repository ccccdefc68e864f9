import { expect } from 'chai';
import { nextResponse } from '../../server/survey/events.js';
import { establishmentFacts } from '../../server/survey/profile.js';
import { draft, edition, foundryWith, posted } from './edition-under-test.js';

const facts = (changes: Readonly<Record<string, string | null>>) => establishmentFacts(edition(), draft(foundryWith(changes)));

describe('facts of the establishment', () => {
  it('are what the answers say', () => {
    const { equipment, consents, ...rest } = facts({});
    expect(consents).to.deep.equal({ ownReport: true, programMatching: true });
    expect(rest).to.deep.equal({
      name: '예시 주물공장',
      industryCode: '24311',
      workers: 12,
      region: '48',
      complex: true,
      averageSales: 9_140_000_000 / 3,
    });
    expect(equipment[0]).to.deep.equal({ kind: 'electricFurnace', size: 750, sizeUnit: 'kW', hoursPerYear: 2400 });
    expect(equipment).to.have.length(5);
  });

  it('take equipment from a sector module where the table of main equipment does not name its kind', () => {
    const molding = { 'root-technologies.injectionPress': 'yes', 'injection-clamping-force': '5,400', 'injection-hours': '6,300' };
    const machine = { kind: 'injectionMoldingMachine', size: 5400, sizeUnit: 'tonneForce', hoursPerYear: 6300 };
    expect(facts(molding).equipment).to.deep.include(machine);
    expect(facts({ ...molding, 'injection-hours': null }).equipment).to.deep.include({ ...machine, hoursPerYear: null });
    expect(facts({ ...molding, 'injection-clamping-force': '0' }).equipment).to.deep.include({ ...machine, size: 0 });
    expect(facts({ ...molding, 'root-technologies.injectionPress': null }).equipment).to.have.length(5);
    const furnace = { 'root-technologies.heatTreatment': 'yes', 'heat-treatment-power': '90' };
    expect(
      facts(furnace)
        .equipment.filter(({ kind }) => kind === 'electricFurnace')
        .map(({ size }) => size),
    ).to.deep.equal([750]);
  });

  it('are not known rather than guessed when an answer is missing', () => {
    expect(facts({ 'workers-other': null }).workers).to.equal(null);
    expect(facts({ sales: null, 'sales.missing': 'refused' }).averageSales).to.equal(null);
    expect(facts({ 'in-complex': null, complex: null }).complex).to.equal(null);
    expect(facts({ 'main-equipment.1.size': null }).equipment[0]).to.deep.include({ size: null, sizeUnit: null });
  });

  it('take for consent only what was ticked', () => {
    expect(facts({ 'consent-program-matching': null }).consents).to.deep.equal({ ownReport: true, programMatching: null });
    const response = nextResponse(edition(), draft(foundryWith({ 'consent-own-report': null })), {
      type: 'fieldsTyped',
      fields: posted({}, ['consent-own-report']),
    });
    expect(establishmentFacts(edition(), response).consents.ownReport).to.equal(false);
  });

  it('tell a named complex from an unnamed one and from none', () => {
    expect(facts({ complex: 'changwon' }).complex).to.equal('창원국가산업단지');
    expect(facts({ complex: 'other' }).complex).to.equal(true);
    expect(facts({ 'in-complex': 'no' }).complex).to.equal(false);
  });
});
