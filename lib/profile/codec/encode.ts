export { encodeIon } from './encode-ion';
export { encodeJson } from './encode-json';
