import { protocol } from 'electron'

/** The app's own scheme. Nothing the windows show comes from anywhere else. */
export const APP_SCHEME = 'app'

/**
 * Makes `app://` a standard, secure scheme. Must run before Electron is ready, and once. It gets no fetch, no service
 * workers and no way around a content policy.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
}
