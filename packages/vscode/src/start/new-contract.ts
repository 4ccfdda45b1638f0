/** A small whole contract with places to fill in, as a snippet: Tab goes from one to the next. As it stands it checks. */
export const newContract = `contract \${1:our-alliance} "\${2:Our alliance}" {
  reference   "\${3:OA/2026/01}"
  currency    GBP
  term        from \${4:1 April 2026} to \${5:31 March 2029}
  year        starts 1 April
  settled     each year
  rounding    nearest penny, halves away from zero
  division    by largest remainder

  commissioner \${6:icb}    "\${7:Integrated Care Board}"
  provider     \${8:trust}  "\${9:Hospital trust}"

  figure people-helped "\${10:People helped}" : people, during each year, if not reported defer to reconciliation

  payment outcomes "\${11:Payment for outcomes}" each year {
    pays      \${12:£1,000,000}
    then tiered  100% when people-helped at least \${13:500} people, otherwise 0%
    paid to   $8
    paid by   $6
  }

  example good-year "\${14:Enough people are helped}" {
    in      2026/27
    given   people-helped \${15:520}
    expect  outcomes earns $12
  }
}
`;
