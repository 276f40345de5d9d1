/** Under which name the beginning of the field `name` travels along. */
export const beganName = (name: string) => `began-${name}`;
