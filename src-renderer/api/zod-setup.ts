import { z } from 'zod'
import { zhCN } from 'zod/locales'

// Loaded before any schema is made. The content policy forbids eval, which zod would otherwise try to compile its checks with; the
// sentences of zod's own are Chinese, like the core's.
z.config({ ...zhCN(), jitless: true })
