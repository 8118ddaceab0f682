// What a review costs in a process that is warm, beside what else reads prose and Markdown: `npm run bench -- review [texts]`.
import { BASELINE, contestants, REVIEW } from './contestants.mjs';
import { peers } from './peers.mjs';
import { turned } from './rounds.mjs';
import { median, pairedRatio, quantile } from './statistics.mjs';
import { distinctStory } from './stories.mjs';
import { goals, ratio, rounded, table } from './table.mjs';

const WARM = 150;
/** Words of the stories in the first table. */
const USUAL = [600, 800];

/** Every contestant reads every text once, in turn, each time another one first. */
export async function bench(root, { say, progress }, [texts = 1000] = []) {
  const rows = (await contestants(root, await peers())).map((contestant) => ({ ...contestant, times: new Map(), processor: new Map() }));
  const stories = Array.from({ length: WARM + texts }, (_, nth) => distinctStory(nth));
  for (const [nth, text] of stories.entries()) {
    if (nth % 100 === 0) progress(`review: ${nth} of ${stories.length} texts`);
    for (const row of turned(rows, nth)) {
      if (nth % (row.every ?? 1) !== 0) continue;
      const { time, processor } = await timed(() => row.run(text));
      if (nth < WARM) continue;
      row.times.set(nth, time);
      row.processor.set(nth, processor);
    }
  }
  const words = stories.map((text) => text.match(/\S+/g).length);
  const usual = (nth) => words[nth] >= USUAL[0] && words[nth] <= USUAL[1];
  say(`Stories of ${USUAL.join(' to ')} words, ${words.filter((_, nth) => nth >= WARM && usual(nth)).length} of them:\n`);
  const usualOnly = (times) => new Map([...times].filter(([nth]) => usual(nth)));
  say(standings(rows.map(({ title, times, processor }) => ({ title, times: usualOnly(times), processor: usualOnly(processor) }))));
  say(`\nAll ${texts.toLocaleString('en')} stories, of ${Math.min(...words)} to ${Math.max(...words)} words:\n`);
  say(standings(rows));
  say(`\n${goals(reached(rows))}`);
}

function standings(rows) {
  const [baseline, review] = [BASELINE, REVIEW].map((title) => rows.find((row) => row.title === title));
  const cells = rows.map(({ title, times, processor }) => {
    const all = [...times.values()];
    const wall = [rounded(median(all)), rounded(quantile(all, 0.95)), ratio(pairedRatio(times, baseline.times)), ratio(pairedRatio(times, review.times))];
    return [title, ...wall, rounded(median([...processor.values()])), ratio(pairedRatio(processor, baseline.processor))];
  });
  return table(['', 'median, ms', 'p95, ms', `× ${BASELINE}`, '× our review', 'processor time, ms', `× ${BASELINE}`], cells);
}

function reached(rows) {
  const of = (title) => rows.find((row) => row.title === title).processor;
  const rivals = rows.slice(rows.findIndex(({ title }) => title === REVIEW) + 1);
  const beside = (title) => pairedRatio(of(REVIEW), of(title)).median;
  return [[`review ÷ ${BASELINE}, processor time`, beside(BASELINE), 1.25], ...rivals.map(({ title }) => [`review ÷ ${title}, processor time`, beside(title), 1])];
}

/** Milliseconds as measured and of processor time, that of the threads that collect garbage and compile included. */
async function timed(work) {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { time: performance.now() - start, processor: (user + system) / 1000 };
}
