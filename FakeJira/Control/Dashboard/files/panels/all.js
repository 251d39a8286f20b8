// The parts of a site, in the order in which they are offered.
import { clock } from './clock.js';
import { coverage } from './coverage.js';
import { faults } from './faults.js';
import { findings } from './findings.js';
import { ideas } from './ideas.js';
import { issues } from './issues.js';
import { mappings } from './mappings.js';
import { polls } from './polls.js';
import { requests } from './requests.js';
import { switches } from './switches.js';

export const panels = [requests, issues, polls, ideas, switches, faults, mappings, clock, coverage, findings];
