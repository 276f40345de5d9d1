/** Names from many countries, with the marks that real ones have, and what an address makes of them. */

/** `name` as it stands in an address: `Łukasz` as `lukasz`, `O'Brien` as `obrien`. */
export function inAddress(name: string): string {
  const letters: Record<string, string> = { ł: "l", ø: "o", ı: "i", ß: "ss" };
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/g, (letter) => letters[letter] ?? "");
}

export const firstNames = [
  ..."Ada Agnes Amara Amina Ana Aoife Arjun Astrid Ayşe Beatriz Björn Carlos Chiara Chloé Daniel Deniz Diego".split(
    " ",
  ),
  ..."Elena Emeka Emil Esther Eva Fatima Felix Fiona Freya Giulia Grace Hana Haruto Hugo Ines Ingrid Isaac Jan".split(
    " ",
  ),
  ..."Jane Javier Jonas José Julia Kaito Katarzyna Kofi Lars Layla Leila Liam Lina Luca Lucía Łukasz Maja Marek".split(
    " ",
  ),
  ..."Maria Mateo Mehmet Mei Mia Milan Miriam Mohammed Nadia Naomi Niamh Nina Noah Nora Olga Oliver Omar Paul".split(
    " ",
  ),
  ..."Petra Priya Rafael Rania Ravi Renée Rosa Ruth Saanvi Samuel Sara Siobhán Sofia Søren Tariq Tomáš Uchenna".split(
    " ",
  ),
  ..."Valentina Vera Viktor Wei Willem Yara Yusuf Zainab Zoë Zuzana".split(" "),
];

export const lastNames = [
  ..."Abe Adeyemi Ahmed Almeida Andersson Bakker Banerjee Bauer Becker Bianchi Byrne Carvalho Chen Costa".split(
    " ",
  ),
  ..."Dąbrowski Demir Diallo Dubois Eriksen Fernández Fischer García Gonçalves Haddad Hansen Hassan Hernández".split(
    " ",
  ),
  ..."Hoffmann Horvat Ibrahim Ito Ivanov Jansen Johansson Kamau Kaya Kim Kowalska Kumar Larsen Laurent Lee".split(
    " ",
  ),
  ..."Lindqvist López MacDonald Mbeki Meyer Moreau Müller Murphy Nakamura Nguyen Novák Nowak O'Brien Okafor".split(
    " ",
  ),
  ..."Olsen Osei Patel Pereira Petrov Popescu Rahman Rao Reyes Ricci Rossi Sánchez Santos Sato Schmidt Schneider".split(
    " ",
  ),
  ..."Silva Singh Smith Suzuki Svensson Takahashi Tanaka Tran Vega Visser Virtanen Wagner Walsh Wang Weber Wójcik".split(
    " ",
  ),
  ..."Yamamoto Yılmaz Young Zhang Zimmermann".split(" "),
];

export const subjects = [
  "Sales",
  "Support",
  "Engineering",
  "Finance",
  "Legal",
  "People",
  "Operations",
  "Design",
];

export const places = [
  "North",
  "South",
  "East",
  "West",
  "Berlin",
  "Lisbon",
  "Nairobi",
  "Osaka",
  "Toronto",
  "Leeds",
];
