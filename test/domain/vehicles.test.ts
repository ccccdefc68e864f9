import { expect } from 'chai';
import { emissionFactors, faultsOf, inventoryOf, lineOf, withActivity } from '../support/emission-factors.js';

const drive = (more: object) => withActivity({ category: 'mobileCombustion', fuel: 'diesel', unit: 'km', quantity: 12_000, ...more });
const tonnes = (request: object): number => lineOf(inventoryOf(request), 'CO2').tonnes ?? Number.NaN;
const codes = (request: object): string[] => inventoryOf(request).warnings.map(({ code }) => code);
const litres = (quantity: number, fuel = 'diesel') => drive({ fuel, unit: 'L', quantity });

describe('vehicles by distance', () => {
  it('burn what their own fuel economy says, in whatever unit it is told', () => {
    const own = (value: number, unit: string) => tonnes(drive({ fuelEconomy: { value, unit } }));
    expect(own(12, 'km/L')).to.be.closeTo(tonnes(litres(1000)), 1e-12);
    expect(own(8, 'L/100km')).to.be.closeTo(tonnes(litres(960)), 1e-12);
    expect(own(0.08, 'L/km')).to.be.closeTo(tonnes(litres(960)), 1e-12);
    expect(own(30, 'mi/galUS')).to.be.closeTo(tonnes(litres((12_000 / (30 * 1.609_344)) * 3.785_411_784)), 1e-9);
    expect(tonnes(drive({ unit: 'mi', quantity: 1000, fuelEconomy: { value: 10, unit: 'km/L' } }))).to.be.closeTo(
      tonnes(litres(160.9344)),
      1e-12,
    );
  });

  it('burn what the mean of their class says, aloud', () => {
    const truck = drive({ vehicleClass: 'truck14t' });
    expect(tonnes(truck)).to.be.closeTo(tonnes(litres(12_000 / 4.075)), 1e-9);
    expect(codes(truck)).to.include('labelFuelEconomy');
    const car = drive({ fuel: 'gasoline', vehicleClass: 'passengerCarMedium' });
    expect(tonnes(car)).to.be.closeTo(tonnes(litres(12_000 / 9.38, 'gasoline')), 1e-9);
    expect(codes(car)).to.include('meanFuelEconomy');
    expect(codes(drive({ fuelEconomy: { value: 12, unit: 'km/L' } }))).to.not.include.members(['meanFuelEconomy', 'labelFuelEconomy']);
  });

  it('can be followed from the kilometers on', () => {
    const { trace } = lineOf(inventoryOf(drive({ vehicleClass: 'truckSmall' })), 'CH4');
    expect(trace.equation).to.match(/^Q = D \/ FE; E = Q · NCV/);
    expect(trace.substituted).to.match(/^Q = 12000 km \/ 11\.01 km\/L = 1089\.9182\d+ L; E = /);
    expect(trace.factors[0]).to.deep.include({ role: 'FE', factorId: 'truckSmall', value: 11.01, unit: 'km/L' });
    expect(trace.inputs.map((input) => `${input.symbol} ${input.value} ${input.unit}`)).to.deep.equal(['D 12000 km']);
  });

  it('convert miles, gallons and kWh aloud, so that the printed arithmetic holds', () => {
    const substituted = (more: object): string => lineOf(inventoryOf(drive(more)), 'CO2').trace.substituted.split('; E = ')[0] ?? '';
    expect(substituted({ unit: 'mi', quantity: 10_000, fuelEconomy: { value: 10, unit: 'km/L' } })).to.equal(
      'D = 10000 mi = 16093.44 km; Q = 16093.44 km / 10 km/L = 1609.344 L',
    );
    expect(substituted({ unit: 'mi', quantity: 10_000, fuelEconomy: { value: 25, unit: 'mi/galUS' } })).to.equal(
      'D = 10000 mi = 16093.44 km; FE = 25 mi/galUS = 10.62859269 km/L; Q = 16093.44 km / 10.62859269 km/L = 1514.164714 L',
    );
    expect(substituted({ fuelEconomy: { value: 8, unit: 'L/100km' } })).to.equal(
      'FC = 8 L/100km = 0.08 L/km; Q = 12000 km × 0.08 L/km = 960 L',
    );
    const bus = withActivity({
      category: 'purchasedElectricity',
      quantity: 10_000,
      unit: 'km',
      charging: 'elsewhere',
      fuelEconomy: { value: 5, unit: 'km/kWh' },
    });
    const [line] = inventoryOf(bus).lines;
    expect(line?.trace.substituted).to.match(/^FE = 5 km\/kWh = 1\.388888889 km\/MJ; Q = 10000 km \/ 1\.388888889 km\/MJ = 7200 MJ; /);
  });

  it('have a class for each fuel it was measured with, every one of them computed', () => {
    const classes = Object.values(emissionFactors().vehicleClasses).flatMap((each) => each ?? []);
    for (const { id, fuels } of classes) {
      for (const fuel of fuels) expect(tonnes(drive({ fuel, vehicleClass: id })), `${id} ${fuel}`).to.be.above(0);
    }
    expect(faultsOf(drive({ vehicleClass: 'passengerCarMedium' }))).to.deep.equal(['activityData[0].vehicleClass vehicleClassOfOtherFuel']);
  });

  it('need one fuel economy, and have none where the fuel is given', () => {
    const at = (key: string, code: string): string => `activityData[0].${key} ${code}`;
    expect(faultsOf(drive({}))).to.deep.equal([at('vehicleClass', 'fuelEconomyMissing')]);
    expect(faultsOf(drive({ vehicleClass: 'truckSmall', fuelEconomy: { value: 9, unit: 'km/L' } }))).to.deep.equal([
      at('fuelEconomy', 'fuelEconomyTwice'),
    ]);
    expect(faultsOf(drive({ unit: 'L', vehicleClass: 'truckSmall' }))).to.deep.equal([at('vehicleClass', 'fuelEconomyNotNeeded')]);
    expect(faultsOf(drive({ vehicleClass: 'spaceship' }))).to.deep.equal([at('vehicleClass', 'unknownVehicleClass')]);
    for (const unit of ['L', 'km', 'kg/L', 'km/h', 'kmL', 'km/KRW'])
      expect(faultsOf(drive({ fuelEconomy: { value: 9, unit } })), unit).to.deep.equal([at('fuelEconomy.unit', 'badFuelEconomyUnit')]);
    expect(faultsOf(drive({ fuelEconomy: { value: 0, unit: 'km/L' } }))).to.deep.equal([at('fuelEconomy.value', 'notPositive')]);
    expect(faultsOf(withActivity({ category: 'stationaryCombustion', fuel: 'diesel', unit: 'km' }))).to.deep.equal([
      at('unit', 'unitOfOtherDimension'),
    ]);
  });

  it('take a factor per distance for the gas it is of', () => {
    const request = drive({ fuelEconomy: { value: 12, unit: 'km/L' }, factor: { value: 0.2, unit: 'kgCO2/km', source: 'the maker' } });
    expect(tonnes(request)).to.be.closeTo(2.4, 1e-12);
    expect(lineOf(inventoryOf(request), 'CO2').trace.equation).to.match(/^m = D · EF/);
    expect(lineOf(inventoryOf(request), 'CH4')).to.deep.equal(
      lineOf(inventoryOf(drive({ fuelEconomy: { value: 12, unit: 'km/L' } })), 'CH4'),
    );
  });
});

describe('the technology of a vehicle', () => {
  const ch4 = (more: object): number =>
    lineOf(inventoryOf(withActivity({ category: 'mobileCombustion', unit: 'TJ', ...more })), 'CH4').tonnes ?? 0;

  it('chooses among the rows of the table, and the default row is as before', () => {
    expect(ch4({ fuel: 'gasoline' })).to.be.closeTo(0.025, 1e-12);
    expect(ch4({ fuel: 'gasoline', technology: 'oxidationCatalyst' })).to.equal(ch4({ fuel: 'gasoline' }));
    expect(ch4({ fuel: 'gasoline', technology: 'uncontrolled' })).to.be.closeTo(0.033, 1e-12);
    expect(ch4({ fuel: 'gasoline', technology: 'lowMileage1995' })).to.be.closeTo(0.0038, 1e-12);
    expect(ch4({ fuel: 'gasoline', mode: 'offroad', technology: 'industry2Stroke' })).to.be.above(
      ch4({ fuel: 'gasoline', mode: 'offroad' }),
    );
  });

  it('opens rows that have no default', () => {
    const ethanol = { category: 'mobileCombustion', fuel: 'biogasoline', unit: 'kg' };
    expect(faultsOf(withActivity(ethanol))).to.deep.equal(['activityData[0].fuel noMobileRow']);
    expect(ch4({ ...ethanol, unit: 'TJ', technology: 'usTrucks' })).to.be.closeTo(0.26, 1e-12);
    // The table has CH4 of cars in Brazil and no N2O.
    expect(faultsOf(withActivity({ ...ethanol, technology: 'brazilCars' }))).to.deep.equal([
      'activityData[0].technology technologyNotOfFuel',
    ]);
  });

  it('is refused where the fuel has no such row', () => {
    const of = (more: object) => faultsOf(withActivity({ category: 'mobileCombustion', unit: 'L', ...more }));
    expect(of({ fuel: 'gasoline', technology: 'forestry' })).to.deep.equal(['activityData[0].technology technologyNotOfFuel']);
    expect(of({ fuel: 'diesel', technology: 'uncontrolled' })).to.deep.equal(['activityData[0].technology technologyNotNeeded']);
    expect(of({ fuel: 'gasoline', technology: 'steam' })).to.deep.equal(['activityData[0].technology unknownTechnology']);
  });
});

describe('electric vehicles', () => {
  const ev = (more: object) =>
    withActivity({ category: 'purchasedElectricity', unit: 'km', quantity: 10_000, fuelEconomy: { value: 5, unit: 'km/kWh' }, ...more });

  it('charged elsewhere are electricity like any other', () => {
    const kWh = inventoryOf(withActivity({ category: 'purchasedElectricity', unit: 'kWh', quantity: 2000 }));
    for (const fuelEconomy of [
      { value: 5, unit: 'km/kWh' },
      { value: 20, unit: 'kWh/100km' },
    ]) {
      const inventory = inventoryOf(ev({ charging: 'elsewhere', fuelEconomy }));
      expect(inventory.totals.scope2LocationBased.co2eq).to.be.closeTo(kWh.totals.scope2LocationBased.co2eq, 1e-12);
      expect(inventory.totals.energy.finalToe).to.be.closeTo(kWh.totals.energy.finalToe ?? -1, 1e-12);
    }
  });

  it('charged on the site are told and not counted twice', () => {
    const inventory = inventoryOf(ev({ charging: 'onSite' }));
    expect(inventory.lines).to.deep.equal([]);
    expect(inventory.energy).to.deep.equal([]);
    expect(inventory.warnings.map(({ code }) => code)).to.deep.equal(['vehiclesOnSite']);
    expect(inventory.warnings[0]?.en).to.include('2 MWh');
    expect(inventory.activities[0]?.parts).to.deep.include({
      id: 'chargedOnSite',
      en: 'Within the electricity bill',
      ko: '전기요금 고지서에 포함',
      quantity: 10_000,
      unit: 'km',
      counted: false,
    });
  });

  it('say where they were charged, and are no fuel', () => {
    expect(faultsOf(ev({}))).to.deep.equal(['activityData[0].charging chargingMissing']);
    expect(faultsOf(ev({ unit: 'kWh', charging: 'onSite' }))).to.deep.equal([
      'activityData[0].fuelEconomy fuelEconomyNotNeeded',
      'activityData[0].charging chargingNotNeeded',
    ]);
    expect(faultsOf(ev({ charging: 'elsewhere', fuelEconomy: { value: 10, unit: 'km/L' } }))).to.deep.equal([
      'activityData[0].fuelEconomy.unit economyOfNoElectricVehicle',
    ]);
    expect(faultsOf(ev({ charging: 'elsewhere', sold: 1 }))).to.deep.equal(['activityData[0].sold soldOfDistance']);
    expect(
      faultsOf(withActivity({ category: 'mobileCombustion', fuel: 'gasoline', unit: 'km', fuelEconomy: { value: 5, unit: 'km/kWh' } })),
    ).to.deep.equal(['activityData[0].fuelEconomy.unit electricVehicle']);
  });
});
