import type { Vocabulary } from '../domain/factor-data.js';

/** What the definition of a survey may name of the emission factors. */
export type SurveyVocabulary = Vocabulary;

export const surveyVocabulary = (emissionFactors: Vocabulary): SurveyVocabulary => emissionFactors;
