"""English: lines of a page that come along when copy is taken from it; see language/page.py."""

LINES = """
share this
share this article
share this post
share this story
share article
share with friends
copy link
leave a comment
leave a reply
drop a comment below
comments are closed
back to top
back to home
back to blog
back to all posts
load more
show more
view all
view comments
previous article
next article
previous post
next post
subscribe now
subscribe to our newsletter
sign up for our newsletter
join our newsletter
get the newsletter
follow us
follow us on social media
manage cookies
cookie settings
all rights reserved
advertisement
sponsored content
enter your email
your email address
skip to content
toggle navigation
open menu
listen to this article
print this article
was this article helpful
click here to read more
read full article
read full story
click to share
keep reading
"""
TIMES = """
min read
minute read
minutes read
mins read
"""
CALLS = """
stay tuned
stay informed
stay up to date
subscribe for more
follow us for more
check back tomorrow
check back soon
see you tomorrow
"""
COUNTS = """
articles
stories
items
posts
papers
news
sources
topics
categories
sections
feeds
links
headlines
"""
