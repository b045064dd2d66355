import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import {
  CALL_CHANNEL,
  CLIENT_CHANNEL,
  FOLDER_CHANNEL,
  handleCalls,
  isTrusted,
  OPEN_CHANNEL,
  PASTE_CHANNEL,
} from './handlers.ts'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

function event(url: string, parent: unknown = null): IpcMainInvokeEvent {
  return { senderFrame: { url, parent }, sender: { id: 7 } } as unknown as IpcMainInvokeEvent
}

function setUp() {
  const listeners = new Map<string, Listener>()
  const asked: unknown[][] = []
  const granted: string[] = []
  const opened: string[] = []
  handleCalls(
    {
      handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
      on(channel: string, listener: never) {
        listeners.set(channel, listener)
        return this as never
      },
    },
    {
      async call(...args) {
        asked.push(args)
        return { ok: false, error: { code: 'not-found', params: {} } }
      },
      grantFolder: (folder) => void granted.push(folder),
    },
    {
      chooseFolder: async (current, id) => (current === '/none' ? null : `${current}/${id}`),
      openAddress: async (url) => void opened.push(url),
    },
  )
  return {
    asked,
    granted,
    opened,
    invoke: (channel: string, ...args: [IpcMainInvokeEvent, ...unknown[]]) => listeners.get(channel)?.(...args),
  }
}

describe('handleCalls', () => {
  it('passes on the page’s call, with the window that made it', async () => {
    const { asked, invoke } = setUp()
    await invoke(CALL_CHANNEL, event('midad://app/index.html#/import'), 'articles.get', { id: 'a' })
    expect(asked).toEqual([['articles.get', { id: 'a' }, 'window-7']])
  })
  it.each([
    ['another site', event('https://example.org/')],
    ['a file', event('file:///tmp/page.html')],
    ['a host that only looks like ours', event('midad://evil/index.html')],
    ['a frame inside the page', event('midad://app/index.html', {})],
  ])('refuses %s', async (_name, sender) => {
    const { asked, invoke } = setUp()
    expect(isTrusted(sender)).toBe(false)
    expect(await invoke(CALL_CHANNEL, sender, 'settings.get', {})).toMatchObject({ ok: false })
    expect(await invoke(FOLDER_CHANNEL, sender, '')).toBeNull()
    expect(asked).toEqual([])
  })
  it('pastes into the window that asks, with or without formatting, and into no other page', () => {
    const { invoke } = setUp()
    const pasted: string[] = []
    const sender = { id: 7, paste: () => pasted.push('paste'), pasteAndMatchStyle: () => pasted.push('plain') }
    const from = (url: string) => ({ ...event(url), sender }) as unknown as IpcMainInvokeEvent
    invoke(PASTE_CHANNEL, from('midad://app/index.html'), false)
    invoke(PASTE_CHANNEL, from('midad://app/index.html'), true)
    invoke(PASTE_CHANNEL, from('https://example.org/'), true)
    expect(pasted).toEqual(['paste', 'plain'])
  })
  it('opens an address of the web or of mail for the page, and nothing else', async () => {
    const { opened, invoke } = setUp()
    const page = event('midad://app/index.html')
    const refused = [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'tel:+964',
      'smb://host/x',
      `https://x/${'a'.repeat(2048)}`,
    ]
    for (const url of ['https://example.org/a', ...refused, 'mailto:a@b.org', 7]) await invoke(OPEN_CHANNEL, page, url)
    await invoke(OPEN_CHANNEL, event('https://example.org/'), 'https://example.org/b')
    expect(opened).toEqual(['https://example.org/a', 'mailto:a@b.org'])
  })
  it('refuses a name that is not a string', async () => {
    const { asked, invoke } = setUp()
    expect(await invoke(CALL_CHANNEL, event('midad://app/'), { toString: () => 'x' }, {})).toMatchObject({ ok: false })
    expect(asked).toEqual([])
  })
  it('gives a window its own client id', () => {
    const own = event('midad://app/index.html') as IpcMainInvokeEvent & { returnValue: string }
    setUp().invoke(CLIENT_CHANNEL, own)
    expect(own.returnValue).toBe('window-7')
  })
  it('opens the folder dialog in the window that asked, and grants what was chosen there and nothing else', async () => {
    const { granted, invoke } = setUp()
    expect(await invoke(FOLDER_CHANNEL, event('midad://app/index.html'), '/none')).toBeNull()
    expect(granted).toEqual([])
    expect(await invoke(FOLDER_CHANNEL, event('midad://app/index.html'), '/home')).toBe('/home/7')
    expect(granted).toEqual(['/home/7'])
  })
})
