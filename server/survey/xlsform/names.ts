/**
 * Names of an XLSForm. Question ids are taken as they are; what belongs to a question stands behind its id and an underscore, which no id has:
 * `diesel-used_unit`, `electricity-bought_m01`, `main-equipment_kind`.
 */
export const partName = (question: string, part: string): string => (part === '' ? question : `${question}_${part}`);

/** The choices of every question that is answered by yes or no. */
export const yesNoList = 'yes_no';
export const missingList = (reasons: readonly string[]): string => `missing_${reasons.join('_')}`;
export const unitList = (units: readonly string[]): string => `units_${units.map((unit) => unit.replace(/[^A-Za-z0-9]/g, '-')).join('_')}`;
