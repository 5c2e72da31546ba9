from django.db import models


class Order(models.Model):
    done = models.BooleanField(default=False)
