import { openStore, type TestStore } from './store.js';

let shared: TestStore | undefined;

/** One store for all test files that do not stop or kill it. */
export const sharedStore = async (): Promise<TestStore> => {
  shared ??= await openStore();
  return shared;
};

after(async () => {
  await shared?.close();
  shared = undefined;
});
