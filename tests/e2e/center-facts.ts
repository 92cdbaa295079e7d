/** The password of everyone in a prepared center, and its recovery key (恢复密钥). */
export const PASSWORD = 'zhongxin-2026'
export const RECOVERY_KEY = '7F3KQM2DW8XA4HTNR6PC9VEJB5YLKG3U'
