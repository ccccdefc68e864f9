import { expect } from 'chai';
import { wordFault } from '../../server/operations/word-faults.js';
import { faultsOf, resultOf, withActivity } from '../support/emission-factors.js';

const made = (more: object): object => withActivity({ category: 'processEmissions', quantity: 10, unit: 't', ...more });
const leak = (more: object): object =>
  withActivity({ category: 'fugitiveEmissions', source: 'refrigerant', gas: 'R-134a', quantity: 10, unit: 'kg', ...more });
const furnace = (inputs: readonly object[], outputs: readonly object[] = []): object => ({
  reportingYear: 2024,
  activityData: [{ id: 'a1', category: 'carbonBalance', inputs, outputs }],
});
const water = (more: object): object =>
  withActivity({ category: 'wasteWater', quantity: 10, unit: 't', measure: 'COD', treatment: 'anaerobicReactor', ...more });

const at = (field: string, code: string): string[] => [`activityData[0]${field} ${code}`];

describe('what is refused of a process', () => {
  it('names what is not known, and units of another dimension', () => {
    expect(faultsOf(made({ process: 'alchemy' }))).to.deep.equal(at('.process', 'unknownProcess'));
    expect(faultsOf(made({ process: 'lime', unit: 'm2' }))).to.deep.equal(at('.unit', 'unitNotOfQuantity'));
    expect(faultsOf(made({ process: 'semiconductorArea', unit: 'kg' }))).to.deep.equal(at('.unit', 'unitNotOfQuantity'));
  });

  it('asks for what has no single default instead of guessing it', () => {
    expect(faultsOf(made({ process: 'glassFloat' }))).to.deep.equal(at('.culletRatio', 'modifierMissing'));
    expect(faultsOf(made({ process: 'cement' }))).to.deep.equal(at('.clinkerRatio', 'modifierMissing'));
    expect(faultsOf(made({ process: 'useAnkerite' }))).to.deep.equal(at('.factor', 'factorRangeOnly'));
    expect(faultsOf(made({ process: 'reductantCokeSilicon' }))).to.deep.equal(at('.factor', 'factorRangeOnly'));
    const factor = { value: 0.6, unit: 'tCO2/t', source: 'a guess' };
    expect(faultsOf(made({ process: 'useAnkerite', factor }))).to.deep.equal(at('.factor.value', 'factorOutsideRange'));
    expect(faultsOf(made({ process: 'useAnkerite', factor: { ...factor, unit: 'tCO2eq/t' } }))).to.deep.equal(
      at('.factor.value', 'factorOutsideRange'),
    );
  });

  it('takes modifiers of the process alone, within their bounds', () => {
    expect(faultsOf(made({ process: 'lime', culletRatio: 0.3 }))).to.deep.equal(at('.culletRatio', 'modifierNotOfProcess'));
    expect(faultsOf(made({ process: 'lime', kilnDustCorrection: 2 }))).to.deep.equal(at('.kilnDustCorrection', 'modifierOutOfBounds'));
    // What is no share, or negative, is one fault and not a second one for its bounds.
    expect(faultsOf(made({ process: 'glass', culletRatio: 50 }))).to.deep.equal(at('.culletRatio', 'notAShare'));
    expect(faultsOf(made({ process: 'lime', kilnDustCorrection: -1 }))).to.deep.equal(at('.kilnDustCorrection', 'negativeNumber'));
    // Abatement is part of these factors already.
    expect(faultsOf(made({ process: 'nitricAcidNscr', destructionEfficiency: 0.9, treatedShare: 1 }))).to.deep.equal([
      'activityData[0].destructionEfficiency modifierNotOfProcess',
      'activityData[0].treatedShare modifierNotOfProcess',
    ]);
    expect(faultsOf(made({ process: 'nitricAcidHighPressure', destructionEfficiency: 0.9 }))).to.deep.equal(
      at('.treatedShare', 'abatementNeedsBoth'),
    );
  });

  it('takes no more CO2 off than is made, and no factor of a gas that is not', () => {
    const ammonia = { process: 'ammoniaConventionalReforming', recoveredCo2Tonnes: 17 };
    expect(faultsOf(made(ammonia))).to.deep.equal(at('.recoveredCo2Tonnes', 'recoveredMoreThanMade'));
    expect(faultsOf(made({ process: 'lime', factor: { value: 1, unit: 'kgN2O/t', source: 'x' } }))).to.deep.equal(
      at('.factor.unit', 'factorGasNotOfProcess'),
    );
    expect(faultsOf(made({ process: 'lime', factor: { value: 1, unit: 'tCO2/m2', source: 'x' } }))).to.deep.equal(
      at('.factor.unit', 'factorUnitOtherDimension'),
    );
  });

  it('takes a factor per area where the process is told by area, and nowhere else', () => {
    const perArea = { value: 20, unit: 'kgCO2eq/m2', source: 'the plant' };
    expect(faultsOf(made({ process: 'semiconductorArea', unit: 'm2', factor: perArea }))).to.deep.equal([]);
    const diesel = withActivity({ category: 'stationaryCombustion', fuel: 'diesel', quantity: 1, unit: 'L', factor: perArea });
    expect(faultsOf(diesel)).to.deep.equal(at('.factor.unit', 'unitOfOtherDimension'));
  });

  it('names the gas that a report gives no warming potential for', () => {
    const request = { ...made({ process: 'displayNf3', unit: 'kg' }), gwp: 'SAR' };
    expect(faultsOf(request)).to.deep.equal(at('.process', 'noGwpOfGas'));
    expect(JSON.stringify(resultOf(request))).to.include('NF3');
  });
});

describe('what is refused of a leak', () => {
  it('names gases, sources, methods and equipment that do not go together', () => {
    expect(faultsOf(leak({ gas: 'R-290' }))).to.deep.equal(at('.gas', 'unknownGas'));
    expect(faultsOf(leak({ gas: 'SF6' }))).to.deep.equal(at('.gas', 'gasNotOfSource'));
    expect(faultsOf(leak({ source: 'dryIce', gas: 'CO2', method: 'leakRate', annualRate: 0.1 }))).to.deep.equal(
      at('.method', 'methodNotOfSource'),
    );
    expect(faultsOf(leak({ method: 'leakRate', equipment: 'portableExtinguisher' }))).to.deep.equal(
      at('.equipment', 'equipmentNotOfSource'),
    );
    expect(faultsOf(leak({ unit: 'Nm3' }))).to.deep.equal(at('.unit', 'unitNotOfQuantity'));
    expect(faultsOf(leak({ source: 'weldingGas', gas: 'argonCo2' }))).to.deep.equal(at('.co2VolumeShare', 'missingKey'));
    expect(faultsOf(leak({ co2VolumeShare: 0.2 }))).to.deep.equal(at('.co2VolumeShare', 'keyNotOfGas'));
  });

  it('needs a gas where the source may hold several', () => {
    const { gas: _gas, ...activity } = { category: 'fugitiveEmissions', source: 'refrigerant', gas: '', quantity: 1, unit: 'kg' };
    expect(faultsOf(withActivity(activity))).to.deep.equal(at('.gas', 'missingKey'));
  });

  it('asks for rates that no table has', () => {
    expect(faultsOf(leak({ method: 'leakRate' }))).to.deep.equal(at('.equipment', 'rateOrEquipmentMissing'));
    const car = { method: 'leakRate', equipment: 'carAirConditionerKorea' };
    expect(faultsOf(leak({ ...car, installedQuantity: 1 }))).to.deep.equal(at('.installationRate', 'rateMissing'));
    expect(faultsOf(leak({ ...car, retiredQuantity: 1 }))).to.deep.equal(at('.recoveredShare', 'rateMissing'));
  });

  it('keeps keys to their method and pairs together', () => {
    expect(faultsOf(leak({ purchases: 3 }))).to.deep.equal(at('.purchases', 'keyNotOfMethod'));
    expect(faultsOf(leak({ method: 'massBalance', purchases: 3 }))).to.deep.equal(at('.quantity', 'keyNotOfMethod'));
    expect(faultsOf(leak({ recovered: 11 }))).to.deep.equal(at('.recovered', 'recoveredMoreThanBought'));
    const { quantity: _quantity, ...balance } = {
      category: 'fugitiveEmissions',
      source: 'sf6Switchgear',
      method: 'massBalance',
      unit: 'kg',
      quantity: 0,
    };
    const only = (more: object): object => ({ reportingYear: 2024, activityData: [{ id: 'a1', ...balance, ...more }] });
    expect(faultsOf(only({ purchases: 1, inventoryStart: 2 }))).to.deep.equal(at('.inventoryEnd', 'missingKey'));
    expect(faultsOf(only({ purchases: 1, sales: 2 }))).to.deep.equal(at('', 'massBalanceNegative'));
    expect(faultsOf(only({ purchases: 1, uncertainty: { lower: 1, upper: 2 } }))).to.deep.equal(
      at('.uncertainty', 'limitsWithoutQuantity'),
    );
  });
});

describe('what is refused of a furnace and of waste water', () => {
  it('is more carbon out than in, a material without carbon content, and no mass', () => {
    expect(
      faultsOf(furnace([{ material: 'coke', quantity: 1, unit: 't' }], [{ material: 'steel', quantity: 100, unit: 't' }])),
    ).to.deep.equal(at('.outputs', 'carbonBalanceNegative'));
    expect(faultsOf(furnace([{ material: 'ironCastings', quantity: 1, unit: 't' }]))).to.deep.equal(
      at('.inputs[0].carbonContent', 'carbonContentMissing'),
    );
    expect(faultsOf(furnace([{ material: 'coke', quantity: 1, unit: 'L' }]))).to.deep.equal(at('.inputs[0].unit', 'unitNotOfQuantity'));
    expect(faultsOf(furnace([{ material: 'gold', quantity: 1, unit: 't' }]))).to.deep.equal(at('.inputs[0].material', 'unknownMaterial'));
    const many = Array.from({ length: 101 }, () => ({ material: 'coke', quantity: 1, unit: 't' }));
    expect(faultsOf(furnace(many))).to.deep.equal(at('.inputs', 'tooManyEntries'));
  });

  it('is more sludge or gas than there was, and a concentration beside a mass', () => {
    expect(faultsOf(water({ sludgeRemovedKg: 10_001 }))).to.deep.equal(at('.sludgeRemovedKg', 'sludgeMoreThanLoad'));
    expect(faultsOf(water({ recoveredCh4Kg: 2001 }))).to.deep.equal(at('.recoveredCh4Kg', 'recoveredMoreThanMade'));
    expect(faultsOf(water({ concentrationMgPerL: 3 }))).to.deep.equal(at('.concentrationMgPerL', 'concentrationOfMass'));
    expect(faultsOf(water({ unit: 'm3' }))).to.deep.equal(at('.concentrationMgPerL', 'missingKey'));
    expect(faultsOf(water({ unit: 'kWh' }))).to.deep.equal(at('.unit', 'unitNotOfQuantity'));
    expect(faultsOf(water({ treatment: 'prayer', measure: 'TOC' }))).to.deep.equal([
      'activityData[0].measure unknownMeasure',
      'activityData[0].treatment unknownTreatment',
    ]);
  });
});

describe('an alternative of a warming potential', () => {
  const head = (gwp: string, gwpAlternatives: unknown): object => ({ reportingYear: 2024, gwp, gwpAlternatives, activityData: [] });

  it('is known, of the report that was chosen, and one per gas', () => {
    expect(faultsOf(head('AR6', ['gwp.SF6.ar6-corrected']))).to.deep.equal([]);
    expect(faultsOf(head('AR6', ['gwp.SF6.ar7']))).to.deep.equal(['gwpAlternatives[0] unknownGwpAlternative']);
    expect(faultsOf(head('AR6', 'gwp.SF6.ar6-corrected'))).to.deep.equal(['gwpAlternatives wrongType']);
    expect(faultsOf(head('AR6', [7]))).to.deep.equal(['gwpAlternatives[0] wrongType']);
    expect(faultsOf(head('AR5', ['gwp.SF6.ar6-corrected']))).to.deep.equal(['gwpAlternatives[0] gwpAlternativeOfOtherReport']);
    expect(faultsOf(head('AR6', ['gwp.SF6.ar6-corrected', 'gwp.SF6.ar6-corrected']))).to.deep.equal([
      'gwpAlternatives[1] gwpAlternativeTwice',
    ]);
  });
});

describe('every refusal of these', () => {
  it('is one sentence in each language that leaves no place open', () => {
    const requests = [
      made({ process: 'glassFloat' }),
      made({ process: 'useAnkerite' }),
      made({ process: 'lime', unit: 'm2' }),
      made({ process: 'lime', culletRatio: 0.3 }),
      leak({ method: 'leakRate' }),
      leak({ purchases: 3 }),
      furnace([{ material: 'ironCastings', quantity: 1, unit: 't' }]),
      water({ sludgeRemovedKg: 10_001 }),
      withActivity({ category: 'purchasedElectricity', quantity: 1, unit: 'kg' }),
      withActivity({ category: 'purchasedHeat', kind: 'chp', quantity: 1, unit: 'L' }),
    ];
    for (const request of requests) {
      const result = resultOf(request);
      for (const fault of 'faults' in result ? result.faults : []) {
        const { en, ko } = wordFault(fault);
        expect(`${en} ${ko}`).to.not.match(/[{}]|undefined/);
        expect(ko).to.match(/\p{Script=Hangul}/u);
        expect(ko, 'an English word within a Korean sentence').to.not.match(/electricity|heat/);
      }
    }
  });
});
