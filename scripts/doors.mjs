// npm run doors: writes docs/doors.md from the last run of the tests.
import { writeDoors } from './lib/checkDoors.mjs';

writeDoors();
