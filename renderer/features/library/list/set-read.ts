import { call } from '#renderer/bridge/client.ts'

/**
 * Marks articles as read by whoever works here, or as unread. Where the store cannot be written the mark stays, and the store's
 * notice says why.
 */
export function setRead(ids: string[], isRead: boolean): void {
  call('desk.setRead', { ids, isRead }).catch(() => {})
}
