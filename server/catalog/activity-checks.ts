import { type Check, complaint } from './emission-factors-check.js';

/** Fuels of a vehicle class that are not in the vocabulary. */
const vehicleFuels: Check = (files) => {
  const known = new Set(files['fuels.yaml'].map((fuel) => fuel.id));
  return files['vehicle-classes.yaml'].flatMap(({ id, fuels }) =>
    fuels
      .filter((fuel) => !known.has(fuel))
      .map((fuel) =>
        complaint(
          'vehicle-classes.yaml',
          id,
          'fuels',
          `the fuel ${fuel} is not in the vocabulary`,
          `연료 ${fuel}이(가) fuels.yaml에 없습니다`,
        ),
      ),
  );
};

/** Every technology printed in the table has a name, and every name a row. */
const technologies: Check = (files) => {
  const rows = files['ipcc-mobile.csv'].filter((row) => row.technology !== '');
  const named = files['mobile-technologies.yaml'];
  return [
    ...rows
      .filter((row) => !named.some((each) => each.mode === row.mode && each.printed.includes(row.technology)))
      .map(({ id, technology }) =>
        complaint(
          'ipcc-mobile.csv',
          id,
          'technology',
          `the technology "${technology}" has no name in mobile-technologies.yaml`,
          `기술 "${technology}"의 이름이 mobile-technologies.yaml에 없습니다`,
        ),
      ),
    ...named
      .filter((each) => !each.printed.every((printed) => rows.some((row) => row.mode === each.mode && row.technology === printed)))
      .map(({ id }) =>
        complaint(
          'mobile-technologies.yaml',
          id,
          'printed',
          'no row of ipcc-mobile.csv is of this technology',
          'ipcc-mobile.csv에 이 기술의 행이 없습니다',
        ),
      ),
  ];
};

/** Checks of what can be said of an activity besides its fuel. */
export const activityChecks: readonly Check[] = [vehicleFuels, technologies];
