import { type Origin, shown } from './trace.js';

/** Normal conditions: 0 °C and one atmosphere. */
const NORMAL_KELVIN = 273.15;
const NORMAL_KPA = 101.325;

/**
 * Gas of a known temperature and pressure as the same gas at 0 °C and 101.325 kPa:  Q = V · p / p₀ · T₀ / T  [Nm3].
 * @param cubicMeters  as the meter shows it, m3
 * @param temperatureC of the gas at the meter, °C
 * @param pressureKPa  absolute, kPa
 * Source: ideal gas law; at the pressures of low-pressure city gas it is within a few tenths of a percent.
 */
export const normalVolume = (
  cubicMeters: number,
  temperatureC: number,
  pressureKPa: number,
): { readonly volume: number; readonly origin: Origin } => {
  const kelvin = temperatureC + NORMAL_KELVIN;
  const volume = ((cubicMeters * pressureKPa) / NORMAL_KPA) * (NORMAL_KELVIN / kelvin);
  const substituted = `Q = ${shown(cubicMeters)} m3 × ${shown(pressureKPa)} / ${NORMAL_KPA} × ${NORMAL_KELVIN} / ${shown(kelvin)} = ${shown(volume)} Nm3`;
  const origin: Origin = {
    steps: [{ equation: 'Q = V · p / p₀ · T₀ / T', substituted }],
    inputs: [
      { symbol: 'V', value: cubicMeters, unit: 'm3', en: 'Gas at the meter', ko: '계량기의 가스 사용량' },
      { symbol: 'p', value: pressureKPa, unit: 'kPa', en: 'Absolute pressure of the gas', ko: '가스의 절대압력' },
      { symbol: 'T', value: kelvin, unit: 'K', en: 'Temperature of the gas', ko: '가스의 온도' },
    ],
    factors: [],
    notes: [
      {
        en: 'p₀ is 101.325 kPa, T₀ is 273.15 K: the cubic meters were brought to 0 °C and one atmosphere by the ideal gas law.',
        ko: 'p₀는 101.325 kPa, T₀는 273.15 K입니다. 이상기체 법칙으로 0℃, 1기압 부피로 환산했습니다.',
      },
    ],
  };
  return { volume, origin };
};
