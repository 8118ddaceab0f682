/** The commands of practice, as package.json names them. */
export const COMMANDS = {
  choosePlan: 'starwright.choosePlan',
  goOn: 'starwright.goOnWithStep',
  tick: 'starwright.tickStep',
  drill: 'starwright.drill',
  whichStory: 'starwright.drillWhichStory',
  followUps: 'starwright.drillFollowUps',
  checklist: 'starwright.rehearsalChecklist',
  mockRound: 'starwright.mockRound',
  nextProbe: 'starwright.nextProbe',
} as const;

/** The panel to say a story by. Argument: the address of the story. */
export const REHEARSE = 'starwright.rehearse';

export const PRACTICE_VIEW = 'starwright.practice';
