from celery import shared_task

from .models import Order


@shared_task
def fulfil(pk):
    Order.objects.filter(pk=pk).update(done=True, by="the worker")


@shared_task
def tick():
    return Order.objects.count()
