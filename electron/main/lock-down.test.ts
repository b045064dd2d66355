import type { App, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { denyPermissions, keepOnPage } from './lock-down.ts'

describe('denyPermissions', () => {
  it('denies all but writing to the clipboard', () => {
    const answers: [string, boolean][] = []
    const session = {
      setPermissionRequestHandler(
        handler: (contents: null, permission: string, callback: (granted: boolean) => void) => void,
      ) {
        for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-sanitized-write']) {
          handler(null, permission, (granted) => answers.push([permission, granted]))
        }
      },
      setPermissionCheckHandler(handler: (contents: null, permission: string) => boolean) {
        answers.push(['hid', handler(null, 'hid')])
      },
    }
    denyPermissions(session as unknown as Session)
    expect(answers).toEqual([
      ['media', false],
      ['geolocation', false],
      ['notifications', false],
      ['clipboard-sanitized-write', true],
      ['hid', false],
    ])
  })
})

describe('keepOnPage', () => {
  it('stops every way to another page', () => {
    const handlers = new Map<string, (event: { url: string; preventDefault: () => void }) => void>()
    let opened: unknown = null
    const policies: string[] = []
    const contents = {
      on: (name: string, handler: (event: { url: string; preventDefault: () => void }) => void) =>
        handlers.set(name, handler),
      setWebRTCIPHandlingPolicy: (policy: string) => policies.push(policy),
      setWindowOpenHandler: (handler: () => unknown) => {
        opened = handler()
      },
    }
    const app = { on: (_name: string, listener: (event: null, contents: unknown) => void) => listener(null, contents) }
    keepOnPage(app as unknown as App)
    const isStopped = (name: string, url: string): boolean => {
      let stopped = false
      handlers.get(name)?.({
        url,
        preventDefault: () => {
          stopped = true
        },
      })
      return stopped
    }
    expect(isStopped('will-navigate', 'https://example.org/')).toBe(true)
    expect(isStopped('will-redirect', 'file:///etc/hosts')).toBe(true)
    expect(isStopped('will-navigate', 'midad://app/index.html')).toBe(false)
    expect(isStopped('will-attach-webview', '')).toBe(true)
    expect(opened).toEqual({ action: 'deny' })
    expect(policies).toEqual(['disable_non_proxied_udp'])
  })
})
