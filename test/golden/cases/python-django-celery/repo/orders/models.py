from django.db import models


class Order(models.Model):
    done = models.BooleanField(default=False)
    by = models.CharField(max_length=100, default="")
