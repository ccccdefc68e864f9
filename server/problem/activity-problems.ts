import type { ProblemKind } from './problem.js';

/** What can be wrong with what an activity says beyond its quantity: splits, distances, contracts, steam; with the way out. */
export const activityProblems = {
  tooManyEntries: {
    status: 413,
    en: 'this list takes at most {most} entries, and these are {given}; sum entries of the same kind',
    ko: '이 목록에는 {most}개까지 쓸 수 있는데 {given}개입니다. 같은 종류는 합쳐서 적으세요',
  },
  numberOutOfRange: {
    status: 400,
    en: '{given} must lie between {least} and {most}; check its unit',
    ko: '{given}은(는) {least}에서 {most} 사이여야 합니다. 단위를 확인하세요',
  },
  unknownPressure: {
    status: 400,
    en: '{given} kPa is no absolute pressure at a gas meter ({least} to {most}); add 101.325 to a gauge pressure, divide pascal by 1,000',
    ko: '{given} kPa은(는) 가스 계량기의 절대압력으로 볼 수 없습니다({least}~{most}). 게이지 압력이면 101.325를 더하고, 파스칼이면 1,000으로 나누세요',
  },
  moneyIsNoQuantity: {
    status: 422,
    en: '{unit} is money, not a quantity; divide what was paid by the price, give the amount in its unit, and say "quality": "convertedFromMoney"',
    ko: '{unit}은(는) 금액이지 사용량이 아닙니다. 지불액을 단가로 나눈 양을 그 단위로 적고 "quality": "convertedFromMoney"를 함께 쓰세요',
  },
  unknownHeatBasis: {
    status: 400,
    en: 'there is no heat basis "{given}"; there are {known}',
    ko: '"{given}" 발열량 기준은 없습니다. 쓸 수 있는 값: {known}',
  },
  heatBasisNotOfUnit: {
    status: 422,
    en: 'net or gross is said of heat, and {unit} is no unit of energy; leave heatBasis out',
    ko: '순발열량·총발열량 구분은 열량 단위에만 씁니다({unit} 아님). heatBasis를 빼 주세요',
  },
  conditionsIncomplete: {
    status: 400,
    en: 'temperatureC and pressureKPa (absolute) go together; add {missing}',
    ko: 'temperatureC와 pressureKPa(절대압력)는 함께 적어야 합니다. {missing}를 추가하세요',
  },
  conditionsNotOfUnit: {
    status: 422,
    en: 'temperature and pressure turn m3 of a gas into Nm3, and this is {unit} of {fuel}; leave temperatureC and pressureKPa out',
    ko: '온도와 압력은 기체의 m3를 Nm3로 바꿀 때만 씁니다({fuel}, {unit} 아님). temperatureC와 pressureKPa를 빼 주세요',
  },
  unknownSplitBasis: {
    status: 400,
    en: 'there is no basis "{given}" of a split; there are {known}',
    ko: '"{given}" 구분 기준은 없습니다. 쓸 수 있는 값: {known}',
  },
  splitEmpty: {
    status: 400,
    en: 'the split names no part; give at least one of {known}, or leave it out',
    ko: '구분한 용도가 없습니다. {known} 가운데 하나 이상을 적거나 split을 빼세요',
  },
  splitOverWhole: {
    status: 422,
    en: 'the parts sum to {sum}, more than the whole of {whole}; correct the parts or the quantity',
    ko: '용도별 합계 {sum}이(가) 전체 {whole}보다 큽니다. 용도별 양이나 사용량을 고치세요',
  },
  splitNotWhole: {
    status: 422,
    en: 'the parts sum to {sum}, less than the whole of {whole}; correct them, or leave `fuel` out so that it takes the rest',
    ko: '용도별 합계 {sum}이(가) 전체 {whole}보다 작습니다. 고치거나, 나머지를 연료로 보려면 fuel을 빼세요',
  },
  unknownTechnology: {
    status: 400,
    en: 'there is no technology "{given}"; there are {known}',
    ko: '"{given}" 기술은 없습니다. 쓸 수 있는 값: {known}',
  },
  technologyNotOfFuel: {
    status: 422,
    en: 'the table has no row of {fuel} ({mode}) for {technology}; it has {known}, or leave technology out for the default row',
    ko: '표에 {fuel}({mode})의 {technology} 행이 없습니다. 쓸 수 있는 값: {known}. 기본 행을 쓰려면 technology를 빼세요',
  },
  technologyNotNeeded: {
    status: 422,
    en: 'the table has one row alone for {fuel} ({mode}); leave technology out',
    ko: '표에 {fuel}({mode})의 행은 하나뿐입니다. technology를 빼 주세요',
  },
  unknownVehicleClass: {
    status: 400,
    en: 'there is no vehicle class "{given}"; there are {known}, or give `fuelEconomy`',
    ko: '"{given}" 차종은 없습니다. 쓸 수 있는 값: {known}. 또는 fuelEconomy를 쓰세요',
  },
  vehicleClassOfOtherFuel: {
    status: 422,
    en: 'the fuel economy of {given} was measured with {fuels}, not with {fuel}; choose another class or give `fuelEconomy`',
    ko: '{given}의 연비는 {fuels} 기준이어서 {fuel}에 쓸 수 없습니다. 다른 차종을 고르거나 fuelEconomy를 쓰세요',
  },
  fuelEconomyMissing: {
    status: 400,
    en: 'a distance becomes energy by a fuel economy; add one of {ways}, or give the fuel or electricity itself',
    ko: '주행거리를 에너지로 바꾸려면 연비가 필요합니다. {ways} 가운데 하나를 추가하거나 연료·전력량을 직접 적으세요',
  },
  fuelEconomyTwice: {
    status: 400,
    en: 'give either `{first}` or `{second}`, not both',
    ko: '{first}와 {second} 가운데 하나만 쓰세요',
  },
  fuelEconomyNotNeeded: {
    status: 400,
    en: 'a fuel economy goes with a quantity in km, vkm or mi, and the amount itself is given here; leave it out',
    ko: '연비는 사용량을 km, vkm, mi로 적을 때만 씁니다. 여기에는 양이 직접 적혀 있으니 빼 주세요',
  },
  badFuelEconomyUnit: {
    status: 400,
    en: '"{given}" is no unit of a fuel economy: write a distance per amount such as km/L, km/kg or km/kWh, or an amount per distance such as L/100km',
    ko: '"{given}"은(는) 연비 단위가 아닙니다. km/L, km/kg, km/kWh나 L/100km처럼 쓰세요',
  },
  electricVehicle: {
    status: 422,
    en: '{unit} is the economy of an electric vehicle, which burns no fuel; give it as purchasedElectricity in km with `charging`',
    ko: '{unit}은(는) 전기차의 전비이며 전기차는 연료를 태우지 않습니다. purchasedElectricity에 km와 charging을 함께 쓰세요',
  },
  economyOfNoElectricVehicle: {
    status: 422,
    en: '{unit} is the economy of a vehicle that burns fuel; give it as mobileCombustion, or the economy in km/kWh',
    ko: '{unit}은(는) 연료를 태우는 차량의 연비입니다. mobileCombustion으로 적거나 km/kWh 전비를 쓰세요',
  },
  unknownCharging: {
    status: 400,
    en: 'there is no charging "{given}"; there are {known}',
    ko: '"{given}" 충전 장소 구분은 없습니다. 쓸 수 있는 값: {known}',
  },
  chargingMissing: {
    status: 400,
    en: 'say where the vehicles were charged: `charging` is onSite (within the electricity bill, not counted again) or elsewhere',
    ko: '어디서 충전했는지 charging에 적으세요. onSite(전기요금 고지서에 포함, 다시 더하지 않음) 또는 elsewhere',
  },
  chargingNotNeeded: {
    status: 400,
    en: 'charging goes with a quantity in km, vkm or mi; leave it out',
    ko: 'charging은 사용량을 km, vkm, mi로 적을 때만 씁니다. 빼 주세요',
  },
  soldOfDistance: {
    status: 400,
    en: 'what was sold on is told of electricity, not of a distance; leave it out',
    ko: '되판 양은 전력량에만 적습니다(주행거리 아님). 빼 주세요',
  },
  unknownInstrument: {
    status: 400,
    en: 'there is no instrument "{given}"; there are {known}',
    ko: '"{given}" 재생에너지 조달 수단은 없습니다. 쓸 수 있는 값: {known}',
  },
  unknownGreenPremium: {
    status: 400,
    en: 'there is no way "{given}" to count a green premium; there are {known}',
    ko: '"{given}" 녹색프리미엄 산정 방식은 없습니다. 쓸 수 있는 값: {known}',
  },
  instrumentsOverConsumption: {
    status: 422,
    en: 'with {kind} the instruments cover {covered} MWh, more than the {consumed} MWh used here; leave the excess out, it belongs to another use or year',
    ko: '{kind}까지 더하면 {covered} MWh로, 사업장에서 쓴 {consumed} MWh보다 많습니다. 넘는 양은 다른 사업장이나 다른 해의 몫이니 빼세요',
  },
  instrumentNeedsFactor: {
    status: 400,
    en: 'an instrument of the kind {kind} needs a factor in CO2eq per energy, such as 0.3 tCO2eq/MWh; add it',
    ko: '{kind} 수단에는 에너지당 CO2eq 배출계수(예: 0.3 tCO2eq/MWh)가 필요합니다. 추가하세요',
  },
  instrumentTakesNoFactor: {
    status: 400,
    en: 'an instrument of the kind {kind} counts by convention and takes no factor; leave it out',
    ko: '{kind} 수단은 정해진 방식으로 산정하므로 배출계수를 쓰지 않습니다. 빼 주세요',
  },
  badInstrumentFactor: {
    status: 422,
    en: '"{given}" will not do for an instrument: its factor is in CO2eq per energy, such as tCO2eq/MWh or kgCO2eq/kWh',
    ko: '"{given}"은(는) 조달 수단의 배출계수로 쓸 수 없습니다. tCO2eq/MWh나 kgCO2eq/kWh처럼 에너지당 CO2eq로 쓰세요',
  },
  soldOverWhole: {
    status: 422,
    en: '{sold} was sold, more than the whole of {whole}; correct the one or the other',
    ko: '판매한 양 {sold}이(가) 전체 {whole}보다 큽니다. 둘 가운데 하나를 고치세요',
  },
  unknownPlant: {
    status: 400,
    en: 'there is no own plant "{given}"; there are {known}',
    ko: '"{given}" 자가발전 설비는 없습니다. 쓸 수 있는 값: {known}',
  },
  certificatesOverUse: {
    status: 422,
    en: 'the certificates of {given} were sold, more than the {used} used here; certificates of electricity that was sold go with it',
    ko: '인증서를 판매한 양 {given}이(가) 사업장에서 쓴 {used}보다 많습니다. 판매한 전력의 인증서는 여기에 넣지 마세요',
  },
  enthalpyMissing: {
    status: 422,
    en: '{unit} of steam is no amount of heat: add enthalpyMJPerKg by the steam table at the pressure and temperature of delivery, or give the heat in GJ or Gcal',
    ko: '스팀 {unit}만으로는 열량을 알 수 없습니다. 공급 압력·온도의 증기표 값을 enthalpyMJPerKg에 적거나 열량(GJ, Gcal)으로 쓰세요',
  },
  enthalpyNotNeeded: {
    status: 422,
    en: 'the heat itself is given in {unit}; leave enthalpyMJPerKg and condensateReturn out, or give the mass in t',
    ko: '열량이 {unit}(으)로 적혀 있습니다. enthalpyMJPerKg와 condensateReturn을 빼거나 질량(t)으로 쓰세요',
  },
  enthalpyInOtherUnit: {
    status: 422,
    en: '{given} MJ is more than a kilogram of steam carries (at most {most}); it looks like {per}, which is {inMJ} MJ/kg: write that',
    ko: '스팀 1kg이 지닌 열량으로 {given} MJ은 너무 큽니다(최대 {most}). {per} 값이라면 {inMJ} MJ/kg이니 그 값을 쓰세요',
  },
  condensateOverSteam: {
    status: 422,
    en: 'the returned water cannot carry more ({given} MJ/kg) than the steam that came ({most} MJ/kg); correct one of the two',
    ko: '회수된 물의 열량({given} MJ/kg)은 받은 스팀({most} MJ/kg)보다 클 수 없습니다. 둘 가운데 하나를 고치세요',
  },
  fallbackKindNotNeeded: {
    status: 400,
    en: 'fallbackKind goes with a supplier that may lack a figure; without one give `kind`',
    ko: 'fallbackKind는 supplier와 함께 씁니다. 공급자를 적지 않으면 kind를 쓰세요',
  },
} as const satisfies Record<string, ProblemKind>;
