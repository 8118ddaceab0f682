/** A story told in one breath: a sentence for each part that an interviewer listens for, in order. */
export const MONDAY_LOCK = [
  'Our booking service went down every Monday at eight, and two hundred clinics could not open their calendars.',
  'I owned the scheduler, so finding the cause was mine.',
  'I compared the lock waits with the job log and found that the weekly clean-up held a table lock for nine minutes, which ruled out the network.',
  'The root cause was one delete over eleven million rows.',
  'I chose deleting in batches over moving the job to Sunday, because Sunday only hid it, and I accepted that the clean-up now takes an hour.',
  'I also added an alert on lock waits and a check in the pipeline that refuses such a delete, so that it cannot come back.',
  'Over the next two months the Monday outage went from nine minutes to none, measured on the uptime dashboard.',
  'I learned that a job which runs once a week is tested once a week, and I now rehearse such jobs on a copy.',
];
