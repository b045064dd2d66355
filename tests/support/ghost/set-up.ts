import Database from 'better-sqlite3'
import { z } from 'zod'

export type GhostAccess = {
  /** The Admin API key of an integration: `id:secret`. */
  key: string
  /** Sends a request as the owner does in Ghost's own pages. @throws Error when it is refused. */
  asOwner: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<unknown>
  /** Invites an author, and accepts the invitation. */
  addStaff: (name: string, email: string) => Promise<void>
}

const OWNER = { email: 'owner@example.org', password: 'a long phrase of the owner' }

const keysSchema = z.object({
  integrations: z.tuple([z.object({ api_keys: z.array(z.object({ type: z.string(), secret: z.string() })) })]),
})

const rolesSchema = z.object({ roles: z.array(z.object({ id: z.string(), name: z.string() })) })

/** The token of an invitation is in its mail and in the database only. */
function tokenOf(database: string, email: string): unknown {
  const db = new Database(database, { readonly: true })
  try {
    return db.prepare('SELECT token FROM invites WHERE email = ?').pluck().get(email)
  } finally {
    db.close()
  }
}

/**
 * Answers a new Ghost's first questions, and makes an integration.
 * @param database the path of its database
 */
export async function setUp(url: string, database: string): Promise<GhostAccess> {
  let cookie = ''
  const asOwner: GhostAccess['asOwner'] = async (method, path, body) => {
    const response = await fetch(`${url}/ghost/api/admin/${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: url, cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    // To its end: Ghost sends the head of an answer before it has saved the session.
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return text.startsWith('{') ? JSON.parse(text) : text
  }
  await asOwner('POST', 'authentication/setup/', {
    setup: [{ name: 'صاحب الموقع', ...OWNER, blogTitle: 'غوست الاختبار' }],
  })
  await asOwner('POST', 'session/', { username: OWNER.email, password: OWNER.password })
  const made = await asOwner('POST', 'integrations/?include=api_keys', { integrations: [{ name: 'Midad' }] })
  const [{ api_keys: keys }] = keysSchema.parse(made).integrations
  const key = keys.find(({ type }) => type === 'admin')?.secret
  if (key === undefined) throw new Error('The integration has no key for the Admin API')
  return {
    key,
    asOwner,
    async addStaff(name, email) {
      const { roles } = rolesSchema.parse(await asOwner('GET', 'roles/'))
      const role = roles.find((each) => each.name === 'Author')?.id
      await asOwner('POST', 'invites/', { invites: [{ email, role_id: role }] })
      const invitation = { token: tokenOf(database, email), email, name, password: OWNER.password }
      await asOwner('POST', 'authentication/invitation/', { invitation: [invitation] })
    },
  }
}
