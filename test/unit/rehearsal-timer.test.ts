import { expect, test } from 'vitest';
import { clockText, fill } from '../../client/src/rehearse/page/say.js';
import { Timer, type Course, type Snapshot } from '../../client/src/rehearse/page/timer.js';

const COURSE: Course = {
  target: 90,
  stretches: [
    { title: 'Situation', from: 0, to: 15 },
    { title: 'Action', from: 15, to: 60 },
    { title: 'Result', from: 60, to: 80 },
  ],
  milestones: [45, 72, 90],
};

/** A timer with a clock that is turned by hand: `after(seconds)` looks at it once a second until then, and says what happened. */
function timed(course = COURSE, snapshot?: Snapshot) {
  let [now, wall] = [5000, 1_000_000];
  const timer = new Timer(course, { now: () => now, wall: () => wall }, snapshot);
  const turn = (seconds: number, wallSeconds = seconds) => {
    now += seconds * 1000;
    wall += wallSeconds * 1000;
  };
  const after = (seconds: number): string[] => {
    const happened: string[] = [];
    for (let second = 0; second < seconds; second++) {
      turn(1);
      for (const event of timer.tick()) happened.push(`${clockText(timer.elapsed / 1000)} ${event.kind === 'part' ? course.stretches[event.part]!.title : event.kind === 'milestone' ? `${course.milestones[event.nth]}` : 'jump'}`);
    }
    return happened;
  };
  return { timer, turn, after };
}

test('each part that should begin and each milestone is told once', () => {
  const { timer, after } = timed();
  timer.start();
  expect(after(100)).toEqual(['0:15 Action', '0:45 45', '1:00 Result', '1:12 72', '1:30 90']);
});

test('a run that is taken up in a story with fewer parts loses no time', () => {
  const { timer } = timed(COURSE, { spent: [10_000, 20_000, 5000, 4000, 1000], part: 4 });
  expect([timer.elapsed, timer.part]).toEqual([40_000, 2]);
});

test('a pause is not counted, and starting again goes on', () => {
  const { timer, turn, after } = timed();
  expect(after(3)).toEqual([]);
  timer.start();
  after(10);
  turn(0.5);
  timer.pause();
  turn(300);
  timer.start();
  after(2);
  expect(timer.elapsed).toBe(12_500);
});

test('what the speaker goes on to has a time of its own; past the last part there is none', () => {
  const { timer, after } = timed();
  timer.start();
  after(20);
  expect(timer.next()).toBe(true);
  after(30);
  expect([timer.part, timer.due]).toEqual([1, 1]);
  timer.next();
  after(15);
  expect(timer.next()).toBe(false);
  timer.pause();
  expect(timer.outcome).toEqual({
    seconds: 65,
    divided: true,
    parts: [
      { title: 'Situation', seconds: 20, target: 15 },
      { title: 'Action', seconds: 30, target: 45 },
      { title: 'Result', seconds: 15, target: 20 },
    ],
  });
});

test('a clock that is set while the timer runs pauses it where it was', () => {
  const { timer, turn, after } = timed();
  timer.start();
  after(10);
  turn(1, 3600);
  expect(timer.tick()).toEqual([{ kind: 'jump' }]);
  expect([timer.running, timer.elapsed]).toEqual([false, 10_000]);
  timer.start();
  expect(after(5)).toEqual(['0:15 Action']);
});

test('so does a computer that slept, whether its clock ran on or stood still', () => {
  for (const stoodFor of [0.2, 600]) {
    const { timer, turn, after } = timed();
    timer.start();
    after(10);
    turn(stoodFor, 600);
    expect(timer.tick()).toEqual([{ kind: 'jump' }]);
    expect(timer.elapsed).toBe(10_000);
  }
});

test('a page that nobody sees is looked at less often, and no time goes missing', () => {
  const { timer, turn } = timed();
  timer.start();
  turn(50);
  expect(timer.tick(true)).toEqual([{ kind: 'part', part: 1 }, { kind: 'milestone', nth: 0 }]);
  expect(timer.elapsed).toBe(50_000);
});

test('a run whose panel was closed goes on where it was', () => {
  const { timer, after } = timed(COURSE, { spent: [20_000, 21_000], part: 1 });
  timer.start();
  expect(after(5)).toEqual(['0:45 45']);
  expect(timer.snapshot).toEqual({ spent: [20_000, 26_000, 0], part: 1 });
});

test('without a story there is still a plain timer', () => {
  const { timer, after } = timed({ target: 90, stretches: [], milestones: [45, 72, 90] });
  timer.start();
  expect(after(46)).toEqual(['0:45 45']);
  expect(timer.next()).toBe(false);
  expect(timer.outcome).toEqual({ seconds: 46, parts: [], divided: false });
});

test('texts are filled in as they are', () => {
  expect(fill('{0} of {1}', '$&', '{0}')).toBe('$& of {0}');
});
