import { z } from 'zod'

/**
 * The bytes of a file in base64. Only the length is checked here: to look at every sign of 40 MB would keep the service from
 * its other calls. The worker that decodes them refuses what is no base64.
 */
export const base64Schema = z.string().refine((text) => text.length % 4 === 0)
