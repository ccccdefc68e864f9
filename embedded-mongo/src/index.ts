export { type EmbeddedStore, type StartOptions, start } from './lifecycle/start.js';
export { DamagedStore } from './storage/store-file.js';
