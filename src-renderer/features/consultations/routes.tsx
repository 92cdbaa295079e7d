import { IconDoorEnter } from '@tabler/icons-react'
import type { FeatureRoute, NavEntry } from '../../ui/feature-route.ts'

export const routes: readonly FeatureRoute[] = [
  { path: '/consultations', load: async () => (await import('./consultations.page.tsx')).ConsultationsPage },
  { path: '/consultations/new', load: async () => (await import('./new-consultation.page.tsx')).NewConsultationPage },
  { path: '/consultations/:id', load: async () => (await import('./consultation.page.tsx')).ConsultationPage },
]

export const nav: NavEntry = { path: '/consultations', label: '来访', icon: IconDoorEnter, order: 2 }
