import type { Handlers } from '../context.ts'

export const jobsHandlers: Handlers<'jobs'> = {
  'jobs.cancel': ({ job }, { jobs }) => ({ found: jobs.cancel(job) }),
}
