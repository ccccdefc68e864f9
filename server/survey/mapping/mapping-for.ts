import { evaluateTruth } from '../../expression/evaluate.js';
import { environmentOf } from '../question-functions.js';
import type { Mapping } from './mapping.js';
import type { Scope } from './scope.js';

/** The first mapping whose condition holds; none where none does. */
export const mappingFor = (mappings: readonly Mapping[], scope: Scope): Mapping | undefined =>
  mappings.find(({ when }) => when === null || evaluateTruth(when, environmentOf(scope.find)) === true);
