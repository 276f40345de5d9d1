/** Measures one part of the bench and writes what it found into docs/performance. */
import { testEnvironment } from "../support/test-environment";
import { type Findings, publish } from "./measure/report";

const part = String(process.argv[2]);
// Before anything of the product is loaded: it reads its environment once.
Object.assign(process.env, testEnvironment);

const began = performance.now();
console.log(`\n== ${part}`);
const { measure } = (await import(`./parts/${part}.ts`)) as { measure(): Promise<Findings> };
await publish(part, await measure(), (performance.now() - began) / 1000);
// Pools of the product and of the peer may still be open; all is measured and written.
process.exit(0);
