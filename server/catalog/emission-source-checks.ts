import { chainOf } from '../domain/factor-chain.js';
import { modifierOf } from '../domain/process-modifiers.js';
import { type Check, type Complaint, complaint } from './emission-factors-check.js';
import type { FactorFiles } from './emission-factors-files.js';

type ProcessFile = FactorFiles['processes.yaml'][number];
type Row = FactorFiles['process.csv'][number];
type Say = (record: string, field: string, en: string, ko: string) => Complaint;

const rowsOf = (files: FactorFiles): ReadonlyMap<string, Row> => new Map(files['process.csv'].map((row) => [row.id, row]));
const gasesOf = (files: FactorFiles): ReadonlySet<string> => new Set(files['gases.yaml'].map((gas) => gas.id));

const sayOf =
  (file: keyof FactorFiles): Say =>
  (record, field, en, ko) =>
    complaint(file, record, field, en, ko);

const noGas = (say: Say, record: string, field: string, gas: string): Complaint =>
  say(record, field, `the gas ${gas} is not declared in gases.yaml`, `가스 ${gas}이(가) gases.yaml에 없습니다`);

const noRecord = (say: Say, record: string, field: string, id: string): Complaint =>
  say(record, field, `there is no record ${id} with a value`, `값이 있는 ${id} 레코드가 없습니다`);

/** What holds of a list: the complaints of those it does not hold of. */
const unless = (holds: boolean, make: () => Complaint): Complaint[] => (holds ? [] : [make()]);

const saysProcess = sayOf('processes.yaml');

/** The factors of a gas: records that are there, in units that lead from the quantity to a mass; a range stands alone. */
const emissionComplaints = (
  { id, quantity }: ProcessFile,
  emission: ProcessFile['emissions'][number],
  rows: ReadonlyMap<string, Row>,
  gases: ReadonlySet<string>,
): Complaint[] => {
  const used = emission.factors.flatMap((factor) => rows.get(factor.record) ?? []);
  const isBlank = (record: string): boolean => {
    const row = rows.get(record);
    return row === undefined || (row.value === null && (row.low === null || row.high === null || used.length > 1));
  };
  const blank = emission.factors.filter((factor) => isBlank(factor.record));
  const units = used.map((row) => row.unit);
  return [
    ...unless(gases.has(emission.gas), () => noGas(saysProcess, id, 'gas', emission.gas)),
    ...blank.map((factor) => noRecord(saysProcess, id, 'factors', factor.record)),
    ...unless(blank.length > 0 || chainOf(units)?.dimension === quantity.dimension, () =>
      saysProcess(
        id,
        'factors',
        `${units.join(' × ')} does not lead from a quantity of ${quantity.dimension} to a mass`,
        `${units.join(' × ')}은(는) ${quantity.dimension} 단위의 양을 질량으로 바꾸지 못합니다`,
      ),
    ),
  ];
};

/** A modifier has bounds in order, its default within them, and a usual range that is a range. */
const modifierComplaints = (
  { id, emissions, modifiers }: ProcessFile,
  modifier: ProcessFile['modifiers'][number],
  rows: ReadonlyMap<string, Row>,
): Complaint[] => {
  const { key, gases = [], least, most, required = false, usual, included } = modifier;
  const field = `modifiers.${key}`;
  const say = (en: string, ko: string): Complaint => saysProcess(id, field, en, ko);
  const value = modifier.default === undefined ? undefined : rows.get(modifier.default)?.value;
  const range = usual === undefined ? undefined : rows.get(usual);
  return [
    ...gases
      .filter((gas) => !emissions.some((emission) => emission.gas === gas))
      .map((gas) => say(`the process emits no ${gas}`, `이 공정에서는 ${gas}이(가) 나오지 않습니다`)),
    ...unless(least <= most, () => say('it begins above its end', '하한이 상한보다 큽니다')),
    ...unless(modifierOf(key).kind !== 'share' || most <= 1, () => say('a share cannot be above 1', '비율의 상한은 1을 넘을 수 없습니다')),
    ...unless(value === undefined || (value !== null && value >= least && value <= most), () =>
      say(`the default ${modifier.default} is not within its bounds`, `기본값 ${modifier.default}이(가) 범위 밖입니다`),
    ),
    ...unless(modifier.default === undefined || value !== undefined, () => noRecord(saysProcess, id, field, modifier.default ?? '')),
    ...unless(!required || value === undefined, () =>
      say('it is needed and has a default; one of the two', '필수이면서 기본값도 있습니다. 하나만 두세요'),
    ),
    ...unless(usual === undefined || (range !== undefined && range.low !== null && range.high !== null), () =>
      say(`${usual} is no range`, `${usual}은(는) 범위가 아닙니다`),
    ),
    ...unless(included === undefined || (rows.get(included)?.value ?? 0) > 0, () => noRecord(saysProcess, id, field, included ?? '')),
    ...unless(modifiers.find((other) => other.key === key) === modifier, () => say('it stands twice', '두 번 있습니다')),
  ];
};

const processes: Check = (files) => {
  const [rows, gases] = [rowsOf(files), gasesOf(files)];
  return files['processes.yaml'].flatMap((process) => [
    ...process.emissions.flatMap((emission) => emissionComplaints(process, emission, rows, gases)),
    ...process.modifiers.flatMap((modifier) => modifierComplaints(process, modifier, rows)),
  ]);
};

const fugitiveSources: Check = (files) => {
  const say = sayOf('fugitive-sources.yaml');
  const [rows, gases] = [rowsOf(files), gasesOf(files)];
  const { sources, carriers, released } = files['fugitive-sources.yaml'];
  const ids = [...sources.map((source) => source.id), ...carriers.map((carrier) => carrier.id)];
  const known = new Set([...gases, ...carriers.map((carrier) => carrier.id)]);
  const kinds = new Set(files['equipment.yaml'].map((kind) => kind.for));
  const valued = (id: string): boolean => (rows.get(id)?.value ?? null) !== null;
  return [
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => say(id, 'id', 'the id is used twice', 'id가 겹칩니다')),
    ...sources.flatMap(({ id, gases: named, only, equipment, methods }) => [
      ...named.filter((gas) => !known.has(gas)).map((gas) => noGas(say, id, 'gases', gas)),
      ...unless(only === null || named.includes(only), () =>
        say(id, 'only', `${only} is not among its gases`, `${only}이(가) gases에 없습니다`),
      ),
      ...unless(equipment === null || kinds.has(equipment), () =>
        say(id, 'equipment', `there is no equipment for ${equipment}`, `${equipment}용 설비가 equipment.yaml에 없습니다`),
      ),
      ...unless(methods.includes('leakRate') === (equipment !== null), () =>
        say(id, 'methods', 'leak rates and equipment come together', 'leakRate 방법과 equipment는 함께 있어야 합니다'),
      ),
    ]),
    ...carriers.flatMap(({ id, gas, record, volumeShare }) => [
      ...unless(gases.has(gas), () => noGas(say, id, 'gas', gas)),
      ...[record ?? [], ...Object.values(volumeShare ?? {})]
        .flat()
        .filter((each) => !valued(each))
        .map((each) => noRecord(say, id, 'record', each)),
    ]),
    ...Object.entries(released).flatMap(([gas, record]) => [
      ...unless(gases.has(gas), () => noGas(say, 'released', gas, gas)),
      ...unless(valued(record), () => noRecord(say, 'released', gas, record)),
    ]),
  ];
};

const rateNames = { installation: 'installation', annual: 'annualLeak', remaining: 'remainingAtDisposal', recovered: 'recovered' } as const;
const rates = Object.keys(rateNames) as readonly (keyof typeof rateNames)[];

const equipment: Check = (files) => {
  const say = sayOf('equipment.yaml');
  const rows = rowsOf(files);
  const leaks = new Map(files['leak-rates.yaml'].map((leak) => [leak.id, leak]));
  const has = (id: string, name: keyof typeof rateNames): boolean => {
    const leak = leaks.get(id);
    return (leak === undefined ? (rows.get(id)?.value ?? null) : (leak[rateNames[name]] ?? leak.value ?? null)) !== null;
  };
  return files['equipment.yaml'].flatMap((kind) => [
    ...rates.flatMap((name) => {
      const id = kind[name];
      return unless(id === null || has(id, name), () => say(kind.id, name, `${id} has no rate for it`, `${id}에 해당 비율이 없습니다`));
    }),
    ...unless(kind.usual === null || kind.usual.low <= kind.usual.high, () =>
      say(kind.id, 'usual', 'it begins above its end', '하한이 상한보다 큽니다'),
    ),
    ...unless(kind.usual === null || rows.has(kind.usual.record), () => noRecord(say, kind.id, 'usual', kind.usual?.record ?? '')),
  ]);
};

const repeatedWords = (words: readonly string[]): string[] => [...new Set(words.filter((word, index) => words.indexOf(word) < index))];

/** Materials and treatments name fuels and records that are there, and no word means two materials. */
const furnacesAndWater: Check = (files) => {
  const fuels = new Set(files['fuels.yaml'].map((fuel) => fuel.id));
  const water = new Set(files['wastewater.csv'].map((record) => record.id));
  const materials = files['carbon-contents.yaml'];
  const [sayMaterial, sayTreatment, sayWater] = [sayOf('carbon-contents.yaml'), sayOf('treatments.yaml'), sayOf('wastewater.csv')];
  return [
    ...materials.flatMap(({ id, fuels: named }) =>
      named
        .filter((fuel) => !fuels.has(fuel))
        .map((fuel) => sayMaterial(id, 'fuels', `the fuel ${fuel} is not in the vocabulary`, `연료 ${fuel}이(가) fuels.yaml에 없습니다`)),
    ),
    ...repeatedWords(materials.flatMap(({ material, en, ko, aliases }) => [...new Set([material, en, ko, ...aliases])])).map((word) =>
      sayMaterial(word, 'material, aliases', 'two materials have this name', '두 물질이 같은 이름을 씁니다'),
    ),
    ...files['treatments.yaml'].flatMap(({ id, conversion }) =>
      unless(water.has(conversion), () => noRecord(sayTreatment, id, 'conversion', conversion)),
    ),
    ...['ww.bo_cod', 'ww.bo_bod', 'ww.n2o'].flatMap((id) => unless(water.has(id), () => noRecord(sayWater, id, 'id', id))),
  ];
};

/** No name means two substances, whether gas, blend or carrier. */
const substanceNames: Check = (files) => {
  const words = [
    ...files['gases.yaml'].flatMap(({ id, en, ko, aliases }) => [...new Set([id, en, ko, ...aliases])]),
    ...files['gwp-blends.yaml'].flatMap(({ name }) => [name, name.replace('-', '')]),
    ...files['fugitive-sources.yaml'].carriers.flatMap(({ id, en, ko, aliases }) => [...new Set([id, en, ko, ...aliases])]),
  ];
  return repeatedWords(words).map((word) =>
    complaint('gases.yaml', word, 'id, aliases', 'two gases have this name', '두 가스가 같은 이름을 씁니다'),
  );
};

/** A blend's fractions, those of what is no greenhouse gas included, make a whole. */
const blends: Check = (files) => {
  const say = sayOf('gwp-blends.yaml');
  const gases = new Set(files['gwp.csv'].map((record) => record.gas));
  return files['gwp-blends.yaml'].flatMap(({ id, massFractions, others = {} }) => {
    const sum = [...Object.values(massFractions), ...Object.values(others)].reduce((total, part) => total + part, 0);
    return [
      ...unless(Math.abs(sum - 1) <= 1e-9, () =>
        say(id, 'massFractions', `the mass fractions sum to ${sum}, not 1`, `질량 분율의 합이 1이 아니라 ${sum}입니다`),
      ),
      ...Object.keys(massFractions)
        .filter((gas) => !gases.has(gas))
        .map((gas) => say(id, 'massFractions', `${gas} has no global warming potential`, `${gas}의 지구온난화지수가 없습니다`)),
    ];
  });
};

/** The checks of processes, leaks, furnaces, waste water and the substances they name. */
export const emissionSourceChecks: readonly Check[] = [processes, fugitiveSources, equipment, furnacesAndWater, substanceNames, blends];
