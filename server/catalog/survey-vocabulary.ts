import type { FactorData } from '../domain/factor-data.js';

/** What the definition of a survey may name of the emission factors. */
export interface SurveyVocabulary {
  readonly fuels: ReadonlySet<string>;
  /** Contracts and certificates on electricity. */
  readonly instruments: ReadonlySet<string>;
}

export const surveyVocabulary = ({ fuels, instruments }: Pick<FactorData, 'fuels' | 'instruments'>): SurveyVocabulary => ({
  fuels: new Set(Object.keys(fuels)),
  instruments: new Set(Object.keys(instruments)),
});
