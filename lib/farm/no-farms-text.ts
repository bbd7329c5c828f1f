export const NO_FARMS = 'This account and region have no farms.';
