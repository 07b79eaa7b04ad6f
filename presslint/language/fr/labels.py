"""French: subheads that would stand over any article."""

LABELS = """
introduction
contexte
le contexte
arrière-plan
vue d'ensemble
aperçu
résumé
conclusion
en conclusion
en résumé
perspectives
prochaines étapes
défis
les défis
enjeux
les enjeux
avantages
inconvénients
opportunités
implications
impact
analyse
discussion
points clés
les points clés
à retenir
ce qu'il faut retenir
pourquoi c'est important
sources
source
questions fréquentes
foire aux questions
faq
détails
"""
