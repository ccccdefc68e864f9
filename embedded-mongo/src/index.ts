export { type EmbeddedStore, type StartOptions, start } from './lifecycle/start.js';
