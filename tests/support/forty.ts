/** Does `act` forty times at once: as many as raced for one code where read-then-write let each of them in. */
export const forty = <Value>(act: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: 40 }, (_, index) => act(index)));
