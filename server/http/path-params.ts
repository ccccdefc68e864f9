const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What the ids in a path look like. Names that are not here may be short words. */
const shapes: Readonly<Record<string, RegExp>> = {
  responseId: uuid,
  establishmentId: uuid,
  accountId: uuid,
  evidenceId: uuid,
  delegationId: uuid,
  hash: /^[0-9a-f]{64}$/,
  secret: /^[\w-]{43}$/,
};
const word = /^[\w.-]{1,128}$/;

/**
 * The parameters of a path, each in the shape it must have; one that has another names nothing, and becomes the empty text, which is
 * nobody's id. So what is not there and what cannot be there go the same way.
 */
export const shapedParams = (params: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).map(([name, text]) => [name, (shapes[name] ?? word).test(text) ? text : '']));
