/** The two channels between preload and main process. In a file of their own: the sandboxed preload may import nothing else of the shell. */
export const INVOKE_CHANNEL = 'yuanjuan:invoke'
export const EVENT_CHANNEL = 'yuanjuan:event'
