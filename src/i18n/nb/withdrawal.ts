export const withdrawal = {
  withdraw: 'Trekk samtykket',
  means:
    'Deling stopper med en gang. Saken går ut av sakslisten, og påminnelser avlyses. Ingen får vite hvorfor.',
  yes: 'Ja, trekk samtykket',
  stopped: (when: string) => `Samtykket er trukket. Deling stoppet ${when}.`,
  actions: 'Oppgaver som stopper',
  told: 'Varslet',
  owners: (n: number) =>
    n === 1 ? '1 ansvarlig, uten begrunnelse' : `${String(n)} ansvarlige, uten begrunnelse`,
  shut: 'Delingen har stoppet',
  shutLead:
    'Ingenting deles lenger i saken. De som arbeider med den, får vite at arbeidet stopper, ikke hvorfor.',
};
