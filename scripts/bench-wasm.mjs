// The median time of an evaluation in WebAssembly: module, plans file, as lines of name, value and unit.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, worked, starter] = process.argv.slice(2);
const { Bench } = (await import(pathToFileURL(module))).default;

function median(plan) {
  const bench = Bench.of(plan);
  const micros = [];
  for (let run = 0; run < 1001; run++) {
    const start = process.hrtime.bigint();
    bench.evaluate();
    micros.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  // The first hundred run before the engine has optimised the code.
  return micros.slice(100).sort((a, b) => a - b)[450].toFixed(1);
}

const plan = JSON.stringify(JSON.parse(readFileSync(worked, "utf8")).plan);
console.log(`evaluate the worked example, in wasm\t${median(plan)}\tµs`);
console.log(`evaluate ml-inference, in wasm\t${median(readFileSync(starter, "utf8"))}\tµs`);
