/**
 * `@peculiar/x509` puts itself together by a container that refuses to load where nothing reads metadata of classes, though it needs none:
 * its classes are registered by hand. This is as much of the proposed `Reflect` metadata as it asks for, and is only there for it.
 */
type Metadata = Map<unknown, unknown>;
interface ReflectWithMetadata {
  getMetadata?: (key: unknown, target: object) => unknown;
  getOwnMetadata?: (key: unknown, target: object) => unknown;
  defineMetadata?: (key: unknown, value: unknown, target: object) => void;
}

const kept = new WeakMap<object, Metadata>();
const reflect = Reflect as ReflectWithMetadata;

reflect.getMetadata ??= (key, target) => {
  for (let at: object | null = target; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const found = kept.get(at);
    if (found?.has(key) === true) return found.get(key);
  }
  return undefined;
};
reflect.getOwnMetadata ??= (key, target) => kept.get(target)?.get(key);
reflect.defineMetadata ??= (key, value, target) => {
  const there = kept.get(target);
  if (there === undefined) kept.set(target, new Map([[key, value]]));
  else there.set(key, value);
};

export {};
