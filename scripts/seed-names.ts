/** Names from many countries, with the marks that real ones have, and what an address makes of them. */

/** `name` as it stands in an address: `Łukasz` as `lukasz`, `O'Brien` as `obrien`. */
export function inAddress(name: string): string {
  const letters: Record<string, string> = { ł: "l", ø: "o", ı: "i", ß: "ss" };
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, (letter) => letters[letter] ?? "");
}

/** RFC 1035 §2.3.4: what stands between two dots of a domain has at most 63 octets. */
const longestLabel = 63;

/** Where the people of `organisation` get their mail: those of `Łódź & Co.` at `lodz-co.example`. */
export function domainOf(organisation: string): string {
  const label = organisation
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(inAddress)
    .filter(Boolean)
    .join("-")
    .slice(0, longestLabel)
    .replace(/-$/, "");
  // Of a name in another script nothing is left. Two of them share it: addresses carry numbers, and those go on.
  return `${label || "organisation"}.example`;
}

const words = (text: string) => text.trim().split(/\s+/);

export const firstNames = words(`
  Ada Agnes Amara Amina Ana Aoife Arjun Astrid Ayşe Beatriz Björn Carlos Chiara Chloé Daniel Deniz Diego
  Elena Emeka Emil Esther Eva Fatima Felix Fiona Freya Giulia Grace Hana Haruto Hugo Ines Ingrid Isaac Jan
  Jane Javier Jonas José Julia Kaito Katarzyna Kofi Lars Layla Leila Liam Lina Luca Lucía Łukasz Maja Marek
  Maria Mateo Mehmet Mei Mia Milan Miriam Mohammed Nadia Naomi Niamh Nina Noah Nora Olga Oliver Omar Paul
  Petra Priya Rafael Rania Ravi Renée Rosa Ruth Saanvi Samuel Sara Siobhán Sofia Søren Tariq Tomáš Uchenna
  Valentina Vera Viktor Wei Willem Yara Yusuf Zainab Zoë Zuzana
`);

export const lastNames = words(`
  Abe Adeyemi Ahmed Almeida Andersson Bakker Banerjee Bauer Becker Bianchi Byrne Carvalho Chen Costa
  Dąbrowski Demir Diallo Dubois Eriksen Fernández Fischer García Gonçalves Haddad Hansen Hassan Hernández
  Hoffmann Horvat Ibrahim Ito Ivanov Jansen Johansson Kamau Kaya Kim Kowalska Kumar Larsen Laurent Lee
  Lindqvist López MacDonald Mbeki Meyer Moreau Müller Murphy Nakamura Nguyen Novák Nowak O'Brien Okafor
  Olsen Osei Patel Pereira Petrov Popescu Rahman Rao Reyes Ricci Rossi Sánchez Santos Sato Schmidt Schneider
  Silva Singh Smith Suzuki Svensson Takahashi Tanaka Tran Vega Visser Virtanen Wagner Walsh Wang Weber
  Wójcik Yamamoto Yılmaz Young Zhang Zimmermann
`);

/** A team is called by what it does, and where. */
export const subjects = words("Sales Support Engineering Finance Legal People Operations Design");
export const places = words("North South East West Berlin Lisbon Nairobi Osaka Toronto Leeds");
