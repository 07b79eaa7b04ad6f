"""English: subheads that would stand over any article."""

LABELS = """
introduction
intro
background
overview
context
summary
conclusion
conclusions
final thoughts
closing thoughts
looking ahead
looking forward
the road ahead
the way forward
moving forward
what's next
what comes next
what lies ahead
next steps
the bigger picture
the big picture
why it matters
implications
broader implications
strategic implications
future outlook
outlook
future prospects
future directions
challenges and opportunities
challenges
key challenges
competitive landscape
market landscape
impact
impact and implications
analysis
discussion
key points
key takeaways
final word
the bottom line
bottom line
in summary
wrap-up
a new era
a turning point
expert opinions
expert insights
public reaction
industry reaction
reactions
reaction
historical context
the stakes
global implications
collaboration potential
legacy
significance
details
more information
additional information
other
miscellaneous
section
untitled
opportunities
benefits
key information
key insights
key details
key facts
key highlights
source
sources
original source
what you should know
what you need to know
why this matters
what happened
main points
takeaways
call to action
final verdict
conclusion and outlook
summary and conclusion
future implications
market impact
industry impact
expert analysis
in conclusion
article
content
main content
body
faq
faqs
frequently asked questions
references
related resources
tl dr
executive summary
key findings
recommendations
"""
