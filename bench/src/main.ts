import { parseArgs } from 'node:util';
import { describeMachine } from './machine.ts';
import { writeReport } from './report.ts';
import { reaches } from './suite.ts';
import { SUITES } from './suites.ts';
import { plainTable } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    help: { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.error(`Unknown suite: ${unknown.join(', ')}`);
  console.log('npm run bench -- [suite …] [--rounds 7] [--small] [--write]');
  for (const suite of SUITES) console.log(`  ${suite.name.padEnd(12)} ${suite.title}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

console.log(describeMachine());
let missed = 0;
for (const suite of SUITES.filter((s) => positionals.length === 0 || positionals.includes(s.name))) {
  console.log(`\n${suite.name}: ${suite.title}\n${suite.about}`);
  const measurements = await suite.run({ rounds: Number(values.rounds), small: values.small });
  console.log(plainTable(measurements));
  missed += measurements.filter((m) => reaches(m) === false).length;
  if (values.write && !values.small) writeReport(suite, measurements, new Date().toISOString().slice(0, 10));
}
if (missed > 0) console.log(`\n${missed} target${missed === 1 ? '' : 's'} missed`);
process.exitCode = missed > 0 ? 1 : 0;
