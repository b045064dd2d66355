import type { deliver as ar } from '../ar/deliver.ts'

export const deliver: Record<keyof typeof ar, string> = {
  'kind-wordpress': 'WordPress',
  'kind-ghost': 'Ghost',
  'kind-folder': 'Folder',
  'vault-system': 'Passwords are kept in the system’s keychain.',
  'vault-file':
    'There is no system keychain here, so passwords are kept encrypted in a file beside the store. Anyone who can read the whole folder can decrypt them.',
  'state-queued': 'Waiting',
  'state-sending': 'Being sent',
  'state-scheduled': 'Scheduled',
  'state-held': 'Waits for a decision',
  'state-rolling-back': 'Being cancelled',
  'state-delivered': 'Arrived',
  'state-cancelled': 'Cancelled',
  unchanged: 'What is there is the same, so it was left as it is.',
  'test-passed': 'Everything works: articles can be sent to “{site}”.',
  'tested-unreachable': '{host} cannot be reached. Check the network and the address, then try the connection again.',
  'tested-timed-out': '{host} did not answer in time. Try the connection again in a while.',
  'tested-interrupted': 'The connection to {host} broke during the test. Try it again.',
  'tested-server-error':
    'The server of {host} has a fault (status {status}). Try the connection again in a while; if it lasts, tell whoever runs the site.',
  'tested-too-many-requests': '{host} limits requests for now. Try the connection again in a few minutes.',
  'problem-unreachable':
    '{host} cannot be reached. Check the network and the address; Midad tries again by itself when the network is back.',
  'problem-timed-out': '{host} did not answer in time. Midad tries again by itself in a while.',
  'problem-interrupted': 'The connection to {host} broke while sending. Midad goes on by itself from where it stopped.',
  'problem-server-error':
    'The server of {host} has a fault (status {status}). Midad tries again by itself; if it lasts, tell whoever runs the site.',
  'problem-too-many-requests': '{host} limits requests for now. Midad waits as long as it asks, then goes on.',
  'problem-folder-missing':
    'There is no folder at “{path}”. Connect the disk or network that it is on, or choose another folder in the destination’s settings.',
  'problem-wrong-address':
    'There is no such site at {address} (status {status}). Compare the address with the browser’s, with the folder if the site lies in one.',
  'problem-no-rest':
    'The site at {address} offers no REST interface. If it is WordPress, ask its administrator to turn it on; a security plugin may have turned it off.',
  'problem-unreadable-answer':
    '{host} answered with something that could not be read in reasonable time, and reading it was stopped. The article stays here and will not be sent by itself. Tell whoever runs the site, then try again.',
  'problem-not-json':
    '{host} answered with a page instead of data. A firewall, a maintenance page or a login probably stands in the way; ask the administrator to let wp-json or ghost/api through.',
  'problem-redirected':
    '{host} redirects to another site: {to}. Midad sends the password only to the saved address; if the other one is right, enter it in the destination’s settings.',
  'problem-certificate':
    'The security certificate of {host} is not valid ({reason}), so nothing was sent. Check this machine’s clock, then ask the administrator to renew the certificate.',
  'problem-plain-http':
    'The address begins with http, so the password and the text cross the network in the open. Use https if the site offers it.',
  'problem-secret-missing':
    'No password for this destination is kept on this machine. Enter it in the destination’s settings.',
  'problem-secret-malformed':
    'This is not an Admin API key of Ghost. Copy all of it from Settings → Integrations: an id, a colon and a long code.',
  'problem-credentials':
    '{host} did not accept the account, the password or the key. For WordPress use an application password and not the login password. Enter it again in the destination’s settings, and try the connection there to learn the cause.',
  'problem-passwords-off':
    'Application passwords are off at {host}. They need https, and a security plugin may have turned them off; ask the administrator to turn them on.',
  'problem-authorization-stripped':
    'The password did not reach WordPress: the server strips the Authorization header, as Apache often does. Ask the administrator to add the line CGIPassAuth On to .htaccess.',
  'problem-role-too-low':
    'The account “{account}” may not publish or upload pictures. Ask the administrator for the role Author or Editor.',
  'problem-no-new-categories':
    'The account “{account}” can publish, but cannot make new categories: an article whose category is not there gets the default one.',
  'problem-too-large':
    '{host} refused a file because it is too large for it: “{name}”. Make the picture smaller, or ask the administrator to raise the limit, then try again.',
  'problem-rejected':
    '{host} refused the request: {message} (status {status}). If the reason is not clear, send this line to the administrator.',
  'problem-conflict':
    'Somebody changed the article on the site after you last sent it. Compare both texts, then keep what is there or write over it.',
  'problem-conflict-unsent':
    'The site has another text of this article, which was not sent from here. Compare both texts, then keep what is there or write over it.',
  'problem-deleted-there':
    'The article was deleted on the site after you last sent it. Publish it anew, or leave it deleted.',
  'problem-picture-missing':
    'A picture of the article is missing from the store or damaged. Add it to the article again, then send it once more.',
  'problem-picture-too-complex':
    'What is written into a picture of the article besides its pixels could not be read in a reasonable time, so the article was not sent. Save the picture again in a picture program, put it in its place, and send it once more.',
  'problem-bin-off':
    'The bin is turned off at {host} and deleting is final, so the article was not deleted. Withdraw it instead, or delete it there yourself.',
  'problem-embargo-moved':
    'The embargo was moved later after this was queued, so it was not sent. Send the article again, so that it arrives with its new time.',
  'problem-already-public':
    'Readers see the article at the site, so an embargo cannot hide it any more, and nothing was sent. To hide it until the embargo ends, withdraw it there, then send it. To send the change now, remove the embargo and approve the article anew.',
  'problem-not-approved':
    'The text in the queue is no longer approved: the article was returned or edited after it was put there, so it was not sent. Once it is approved again, send it again.',
  'problem-checks-failed':
    'The house has required more since this was queued, so it was not sent. The article lacks: {checks}. Complete it, then approve and send it anew.',
  'problem-folder-not-writable':
    'The folder “{path}” cannot be written to. Change its permissions or choose another in the destination’s settings, then try again.',
  'problem-name-too-long':
    'The disk of “{path}” does not allow a name as long as the package’s. Choose a folder with a shorter path, or shorten the headline, then try again.',
  'problem-disk-full': 'The disk of “{path}” is full. Free some space, then try again.',
  'problem-folder-closed':
    'The folder “{path}” itself is closed to other accounts, so the CMS cannot reach it. Open it to them in the folder’s properties.',
  'problem-recovered':
    'This came back from a backup or a damaged store, and may have arrived since. Look at the destination, then send it again or cancel it.',
  'problem-internal':
    'Something unexpected happened in Midad while sending. Try again, and if it happens again, tell whoever maintains the program.',
}
