/** Three-valued truth: null is "unknown". */
export type Truth = boolean | null;

/** False settles it; otherwise an unknown side leaves it unknown. */
export const and = (left: Truth, right: Truth): Truth => {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
};

/** True settles it; otherwise an unknown side leaves it unknown. */
export const or = (left: Truth, right: Truth): Truth => {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
};

export const not = (operand: Truth): Truth => (operand === null ? null : !operand);
