/**
 * Something wrong with what was handed in, as data. `code` is a key of the problem catalog, which holds the Korean and the English
 * sentence; `field` is the path of the culprit as the user wrote it, such as "activityData[1].unit".
 */
export interface Fault {
  readonly code: string;
  readonly field: string;
  readonly values: Readonly<Record<string, string | number>>;
}
